package io.clearhold.gateway.operation;

import io.clearhold.core.port.LedgerProofs;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.LedgerProofRenderer;
import io.clearhold.gateway.render.MediaType;
import java.util.Optional;

/**
 * {@code GET /v1/ledger/consistency?from=&to=}: what shows that the ledger at {@code to} begins
 * with the ledger at {@code from}; without {@code to}, the whole ledger.
 */
final class GetConsistency implements Operation.Slow {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final QueryFields FIELDS = QueryFields.of(FROM, TO);

    private final LedgerProofs proofs;

    GetConsistency(LedgerProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public Optional<QueryFields> fields() {
        return Optional.of(FIELDS);
    }

    @Override
    public void check(Request request) {
        QueryParameters parameters = QueryParameters.read(request.target(), FIELDS);
        long from = parameters.sequence(FROM);
        if (from < 1) {
            throw QueryParameters.invalid(FROM, "It must be given: a number from 1 on.");
        }
        if (parameters.has(TO) && parameters.sequence(TO) < from) {
            throw QueryParameters.invalid(TO, "It must not be below from.");
        }
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        QueryParameters parameters = QueryParameters.read(request.target(), FIELDS);
        long from = parameters.sequence(FROM);
        long to = parameters.sequence(TO);
        if (Math.max(from, to) > bench.parts().ledger().watermark()) {
            throw SequenceParameter.none();
        }
        proofs.awaitSize(Math.max(from, to));
        LedgerProofs.Consistency proof = proofs.consistency(from, to < 0 ? proofs.size() : to);
        LedgerProofRenderer.consistency(proof, answer.begin(200, MediaType.JSON));
    }
}
