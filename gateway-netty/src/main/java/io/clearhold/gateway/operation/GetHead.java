package io.clearhold.gateway.operation;

import io.clearhold.core.codec.GetHeadEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;

/** {@code GET /v1/ledger/head}: the last sequence and the hash of exactly that state. */
final class GetHead implements Operation.ThroughRing {
    @Override
    public int encode(Request request, Workbench bench) {
        GetHeadEncoder query = new GetHeadEncoder();
        query.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(query.origin());
        return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
    }
}
