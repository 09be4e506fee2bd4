package io.clearhold.bank.statement;

import java.util.Optional;

/**
 * The end of a statement.
 *
 * @param ordinal that of its {@link StatementHead}
 * @param closing what the entries lead to; an interim statement has none
 * @param complete whether it proves its period: whole, every booked entry readable, and opening
 *     balance and booked entries add up to the closing balance
 */
public record StatementEnd(
        int ordinal, Optional<Balance> closing, EntryTotals totals, boolean complete) {}
