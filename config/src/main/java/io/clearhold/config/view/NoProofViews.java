package io.clearhold.config.view;

import io.clearhold.core.view.ApprovalFilter;
import io.clearhold.core.view.ApprovalRow;
import io.clearhold.core.view.BreakFilter;
import io.clearhold.core.view.BreakRow;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.DayReport;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.SettlementFilter;
import io.clearhold.core.view.SettlementLine;
import io.clearhold.core.view.SettlementRow;
import io.clearhold.core.view.StatementRow;
import io.clearhold.core.view.ViewAwayException;
import java.util.Optional;
import java.util.function.Consumer;

/** The proof of a server without a view: every part of it that needs one says so. */
public final class NoProofViews implements ProofViews {
    @Override
    public Page<StatementRow> statements(int channel, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<BreakRow> breaks(BreakFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<ApprovalRow> approvals(ApprovalFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<SettlementRow> settlements(SettlementFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Optional<SettlementRow> settlement(Scope scope, long id) {
        throw away();
    }

    @Override
    public void settlementContent(
            SettlementRow settlement,
            Consumer<SettlementContent> balances,
            Consumer<SettlementLine> lines) {
        throw away();
    }

    @Override
    public Optional<DayReport> day(int day) {
        throw away();
    }

    @Override
    public Optional<Integer> lastCutDay() {
        throw away();
    }

    private static ViewAwayException away() {
        return NoViews.away();
    }
}
