package io.clearhold.gateway.operation;

import io.clearhold.core.codec.GetObjectEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;

/** {@code GET} of an object by its id; the ledger decides who sees it. */
final class GetObject implements Operation.ThroughRing {
    private final IdKind kind;

    GetObject(IdKind kind) {
        this.kind = kind;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        return encode(request, kind, bench);
    }

    static int encode(Request request, IdKind kind, Workbench bench) {
        GetObjectEncoder query = new GetObjectEncoder();
        query.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(query.origin());
        query.object(request.id(kind)).kind((short) kind.code());
        return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
    }
}
