package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.SettlementRow;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import java.util.Optional;

/** {@code GET /v1/settlements/{id}}: the view has it, as it has the list. */
final class GetSettlement implements Operation.Slow {
    private final ViewAccess access;
    private final ProofViews proof;

    GetSettlement(ViewAccess access, ProofViews proof) {
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
        ViewAccess.minSequence(request);
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        SettlementRow row = find(request, access, proof);
        bench.rows(request.credential()).settlement(row, answer.begin(200, MediaType.JSON));
    }

    /** The settlement in the path, if the caller may see it. */
    static SettlementRow find(Request request, ViewAccess access, ProofViews proof)
            throws InterruptedException {
        long id = request.id(IdKind.SETTLEMENT);
        Scope scope = ViewAccess.scope(request);
        return access.read(request, views -> proof.settlement(scope, id))
                .orElseThrow(() ->
                        RequestRefused.of(
                                ProblemCode.NOT_FOUND,
                                "There is no such object, or it is not yours."));
    }
}
