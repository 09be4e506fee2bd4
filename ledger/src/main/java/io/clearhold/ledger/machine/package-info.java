/**
 * The state machine: decides commands, answers queries. It knows no clock, random, thread, file or
 * engine type.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.machine;
