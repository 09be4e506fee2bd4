package io.clearhold.gateway.operation;

import io.clearhold.core.codec.GetTrialBalanceEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;

/** {@code GET /v1/ledger/trial_balance}: totals of the whole book. */
final class GetTrialBalance implements Operation.ThroughRing {
    @Override
    public int encode(Request request, Workbench bench) {
        GetTrialBalanceEncoder query = new GetTrialBalanceEncoder();
        query.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(query.origin());
        return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
    }
}
