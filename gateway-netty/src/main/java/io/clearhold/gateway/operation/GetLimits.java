package io.clearhold.gateway.operation;

import io.clearhold.core.codec.GetLimitsEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;

/** {@code GET /v1/accounts|keys/{id}/limits}. */
final class GetLimits implements Operation.ThroughRing {
    private final IdKind owner;

    GetLimits(IdKind owner) {
        this.owner = owner;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        GetLimitsEncoder query = new GetLimitsEncoder();
        query.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(query.origin());
        query.owner(request.id(owner)).ownerKind((short) owner.code());
        return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
    }
}
