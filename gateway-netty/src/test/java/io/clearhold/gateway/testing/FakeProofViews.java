package io.clearhold.gateway.testing;

import io.clearhold.core.view.ApprovalFilter;
import io.clearhold.core.view.ApprovalRow;
import io.clearhold.core.view.BreakFilter;
import io.clearhold.core.view.BreakRow;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.DayReport;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.SettlementBalance;
import io.clearhold.core.view.SettlementFilter;
import io.clearhold.core.view.SettlementLine;
import io.clearhold.core.view.SettlementRow;
import io.clearhold.core.view.StatementRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The proof of a ledger with the rows that the test gives it. */
public final class FakeProofViews implements ProofViews {
    public final List<StatementRow> statements = new ArrayList<>();
    public final List<BreakRow> breaks = new ArrayList<>();
    public final List<ApprovalRow> approvals = new ArrayList<>();
    public final List<SettlementRow> settlements = new ArrayList<>();
    public final List<SettlementBalance> balances = new ArrayList<>();
    public final List<SettlementLine> lines = new ArrayList<>();
    public volatile Optional<DayReport> day = Optional.empty();

    @Override
    public Page<StatementRow> statements(int channel, Cursor cursor) {
        return new Page<>(statements, false, 7);
    }

    @Override
    public Page<BreakRow> breaks(BreakFilter filter, Cursor cursor) {
        return new Page<>(breaks, false, 7);
    }

    @Override
    public Page<ApprovalRow> approvals(ApprovalFilter filter, Cursor cursor) {
        return new Page<>(approvals, false, 7);
    }

    @Override
    public Page<SettlementRow> settlements(SettlementFilter filter, Cursor cursor) {
        return new Page<>(settlements, false, 7);
    }

    @Override
    public Optional<SettlementRow> settlement(Scope scope, long id) {
        return settlements.stream().filter(row -> row.id() == id).findFirst();
    }

    @Override
    public void settlementContent(
            SettlementRow settlement,
            Consumer<SettlementContent> content,
            Consumer<SettlementLine> line) {
        content.accept(new SettlementContent(settlement, List.copyOf(balances)));
        lines.forEach(line);
    }

    @Override
    public Optional<DayReport> day(int number) {
        return day;
    }

    @Override
    public Optional<Integer> lastCutDay() {
        return day.map(DayReport::day);
    }
}
