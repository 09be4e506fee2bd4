package io.clearhold.gateway.operation;

import io.clearhold.core.codec.GetClockHoldEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;

/** {@code GET /v1/ledger/clock}: whether deadlines that move money wait, and why. */
final class GetClockHold implements Operation.ThroughRing {
    @Override
    public int encode(Request request, Workbench bench) {
        GetClockHoldEncoder query = new GetClockHoldEncoder();
        query.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(query.origin());
        return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
    }
}
