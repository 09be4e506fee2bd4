package io.clearhold.gateway.operation;

import io.clearhold.core.codec.DeleteWebhookEndpointEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;

/** {@code DELETE /v1/webhook_endpoints/{id}}: it gets nothing more. */
final class DeleteWebhookEndpoint implements Operation.ThroughRing {

    @Override
    public int encode(Request request, Workbench bench) {
        bench.noBody(request);
        DeleteWebhookEndpointEncoder command = new DeleteWebhookEndpointEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.endpoint(request.id(IdKind.WEBHOOK_ENDPOINT));
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
