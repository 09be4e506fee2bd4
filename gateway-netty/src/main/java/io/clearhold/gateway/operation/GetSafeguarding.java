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
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code GET /v1/safeguarding?date=}: promises I7 and I8, now from the ledger itself, or as they
 * stood at the cut of a day.
 */
final class GetSafeguarding implements Operation.Slow {
    private static final QueryFields FIELDS = QueryFields.of("date");

    private final ViewAccess access;
    private final ProofViews proof;

    GetSafeguarding(ViewAccess access, ProofViews proof) {
        this.access = access;
        this.proof = proof;
    }

    @Override
    public Optional<QueryFields> fields() {
        return Optional.of(FIELDS);
    }

    @Override
    public void check(Request request) {
        Optional<LocalDate> _ = QueryParameters.read(request.target(), FIELDS).date("date");
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        Optional<LocalDate> date = QueryParameters.read(request.target(), FIELDS).date("date");
        Optional<SafeguardingResultDecoder> position = LedgerPosition.ask(request, bench, answer);
        if (position.isEmpty()) {
            return;
        }
        SafeguardingResultDecoder now = position.get();
        DayRenderer renderer = new DayRenderer(bench.parts().settings());
        if (date.isEmpty() || date.get().toEpochDay() == now.openDay()) {
            renderer.safeguarding(now, answer.begin(200, MediaType.JSON));
            return;
        }
        int day = (int) date.get().toEpochDay();
        Optional<DayReport> report = access.read(request, now.sequence(), views -> proof.day(day));
        if (report.isEmpty()) {
            throw RequestRefused.of(ProblemCode.NOT_FOUND, "This ledger has no such business day.");
        }
        renderer.safeguarding(report.get(), answer.begin(200, MediaType.JSON));
    }
}
