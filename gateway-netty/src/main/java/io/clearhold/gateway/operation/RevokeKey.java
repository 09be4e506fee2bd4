package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.RevokeKeyEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.auth.KeyDirectory;

/** {@code DELETE /v1/keys/{id}}: the key is of no use from the answer on. */
final class RevokeKey implements Operation.ThroughRing {
    private final KeyDirectory keys;

    RevokeKey(KeyDirectory keys) {
        this.keys = keys;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        bench.noBody(request);
        RevokeKeyEncoder command = new RevokeKeyEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.key(request.id(IdKind.KEY));
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    @Override
    public void durable(Request request) {
        keys.invalidate(request.id(IdKind.KEY));
    }
}
