package io.clearhold.gateway.operation;

import io.clearhold.core.codec.GetBalanceEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;

/** {@code GET /v1/accounts/{id}/balance}: by currency. */
final class GetBalance implements Operation.ThroughRing {
    @Override
    public int encode(Request request, Workbench bench) {
        GetBalanceEncoder query = new GetBalanceEncoder();
        query.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(query.origin());
        query.account(request.id(IdKind.ACCOUNT));
        return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
    }
}
