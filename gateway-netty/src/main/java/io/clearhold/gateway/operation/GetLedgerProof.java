package io.clearhold.gateway.operation;

import io.clearhold.core.port.LedgerProofs;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.LedgerProofRenderer;
import io.clearhold.gateway.render.MediaType;
import java.util.Optional;

/**
 * {@code GET /v1/ledger/proofs/{sequence}?tree_size=}: the hash of a frame and its path to the root
 * over that many frames, by default over all that the tree has.
 */
final class GetLedgerProof implements Operation.Slow {
    private static final String TREE_SIZE = "tree_size";
    private static final QueryFields FIELDS = QueryFields.of(TREE_SIZE);

    private final LedgerProofs proofs;

    GetLedgerProof(LedgerProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public Optional<QueryFields> fields() {
        return Optional.of(FIELDS);
    }

    @Override
    public void check(Request request) {
        long _ = SequenceParameter.of(request);
        long _ = treeSize(request);
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        long sequence = SequenceParameter.ofFrame(request, bench);
        long asked = treeSize(request);
        if (asked >= 0 && (asked < sequence || asked > bench.parts().ledger().watermark())) {
            throw QueryParameters.invalid(
                    TREE_SIZE, "It must be from the proved sequence to the ledger's last.");
        }
        proofs.awaitSize(Math.max(sequence, asked));
        LedgerProofs.Inclusion proof =
                proofs.inclusion(sequence, asked < 0 ? proofs.size() : asked);
        LedgerProofRenderer.inclusion(proof, answer.begin(200, MediaType.JSON));
    }

    /** -1 if none is given. */
    private static long treeSize(Request request) {
        return QueryParameters.read(request.target(), FIELDS).sequence(TREE_SIZE);
    }
}
