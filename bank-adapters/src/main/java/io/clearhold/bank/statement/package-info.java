/**
 * Bank statements in the words that all their formats share, and the readers' contract. A format's
 * own reader lives in a package of its own; whoever imports statements needs this one only.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.statement;
