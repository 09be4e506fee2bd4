package io.clearhold.core.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What proves the ledger, from the view: statements, breaks, settlements, days. Like {@link Views},
 * whose rules hold here too.
 */
public interface ProofViews {
    /** A settlement whole. */
    record SettlementContent(SettlementRow settlement, List<SettlementBalance> balances) {}

    /** Statements of a channel, 0 for all. */
    Page<StatementRow> statements(int channel, Cursor cursor);

    Page<BreakRow> breaks(BreakFilter filter, Cursor cursor);

    Page<ApprovalRow> approvals(ApprovalFilter filter, Cursor cursor);

    Page<SettlementRow> settlements(SettlementFilter filter, Cursor cursor);

    Optional<SettlementRow> settlement(Scope scope, long id);

    /**
     * The content of a settlement; the same at any time.
     *
     * @param lines gets its entries in the order of the ledger, after the balances are known
     */
    void settlementContent(
            SettlementRow settlement,
            Consumer<SettlementContent> balances,
            Consumer<SettlementLine> lines);

    /** A day that is cut, empty if this one is not. */
    Optional<DayReport> day(int day);

    /** The last day that is cut, empty before the first. */
    Optional<Integer> lastCutDay();
}
