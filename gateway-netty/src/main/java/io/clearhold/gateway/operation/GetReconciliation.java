package io.clearhold.gateway.operation;

import io.clearhold.core.codec.SafeguardingResultDecoder;
import io.clearhold.core.view.DayReport;
import io.clearhold.core.view.ProofViews;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.DayRenderer;
import io.clearhold.gateway.render.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/reconciliations/{date}}: a business day by kind of account and three ways. It
 * waits until the view has all that the ledger had when it was asked.
 */
final class GetReconciliation implements Operation.Slow {
    private final ViewAccess access;
    private final ProofViews proof;

    GetReconciliation(ViewAccess access, ProofViews proof) {
        this.access = access;
        this.proof = proof;
    }

    @Override
    public Optional<QueryFields> fields() {
        return Optional.of(QueryFields.NONE);
    }

    @Override
    public void check(Request request) {
        QueryParameters.read(request.target(), QueryFields.NONE);
        int _ = day(request);
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        int day = day(request);
        Optional<SafeguardingResultDecoder> position = LedgerPosition.ask(request, bench, answer);
        if (position.isEmpty()) {
            return;
        }
        SafeguardingResultDecoder now = position.get();
        DayRenderer renderer = new DayRenderer(bench.parts().settings());
        if (day == now.openDay()) {
            List<DayReport.KindTotals> totals = today(now, request);
            renderer.openDay(day, totals, now.sequence(), answer.begin(200, MediaType.JSON));
            return;
        }
        Optional<DayReport> report = access.read(request, now.sequence(), views -> proof.day(day));
        if (report.isEmpty()) {
            throw RequestRefused.of(ProblemCode.NOT_FOUND, "This ledger has no such business day.");
        }
        renderer.day(report.get(), answer.begin(200, MediaType.JSON));
    }

    /** Totals of now, beside those of the last cut. */
    private List<DayReport.KindTotals> today(SafeguardingResultDecoder now, Request request)
            throws InterruptedException {
        List<DayReport.KindTotals> totals = DayRenderer.totals(now);
        Optional<DayReport> before =
                access.read(request, now.sequence(), views -> proof.day(now.openDay() - 1));
        if (before.isEmpty()) {
            return totals;
        }
        List<DayReport.KindTotals> moved = new ArrayList<>();
        for (DayReport.KindTotals total : totals) {
            if (total.debits() != 0 || total.credits() != 0) {
                moved.add(since(total, before.get()));
            }
        }
        return moved;
    }

    private static DayReport.KindTotals since(DayReport.KindTotals total, DayReport before) {
        for (DayReport.KindTotals earlier : before.totals()) {
            if (earlier.kind() == total.kind() && earlier.currency() == total.currency()) {
                return new DayReport.KindTotals(
                        total.kind(),
                        total.currency(),
                        earlier.debits(),
                        earlier.credits(),
                        total.debits(),
                        total.credits());
            }
        }
        return total;
    }

    private static int day(Request request) {
        try {
            return Math.toIntExact(LocalDate.parse(request.pathParameter()).toEpochDay());
        } catch (DateTimeException | ArithmeticException e) {
            throw RequestRefused.field(
                    ProblemCode.INVALID_FIELD, "/date", "A date is written YYYY-MM-DD.");
        }
    }
}
