/**
 * Takes bank statements into the ledger: a file is checked as a whole, then posted line by line,
 * then completed; a file that a crash interrupted is taken up again at the next start. Called by
 * the gateway through {@link io.clearhold.core.port.StatementDesk}.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.intake;
