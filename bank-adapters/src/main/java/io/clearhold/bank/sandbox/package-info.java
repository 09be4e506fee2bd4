/**
 * The channel of the sandbox bank, and the clock that moves logged time. Speaks to the bank over
 * its socket only.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.sandbox;
