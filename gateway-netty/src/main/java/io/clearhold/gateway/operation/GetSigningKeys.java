package io.clearhold.gateway.operation;

import io.clearhold.core.port.LedgerProofs;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.LedgerProofRenderer;
import io.clearhold.gateway.render.MediaType;

/** {@code GET /v1/ledger/keys}: the public keys under which heads are signed, for everybody. */
final class GetSigningKeys implements Operation.Local {
    private final LedgerProofs proofs;

    GetSigningKeys(LedgerProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public void answer(Request request, Answer answer) {
        LedgerProofRenderer.keys(proofs.signingKey(), answer.begin(200, MediaType.JSON));
    }
}
