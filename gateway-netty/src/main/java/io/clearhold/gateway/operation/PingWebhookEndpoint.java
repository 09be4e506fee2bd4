package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PingWebhookEndpointEncoder;
import io.clearhold.core.id.IdKind;

/** {@code POST /v1/webhook_endpoints/{id}/ping}: an event for this endpoint alone. */
final class PingWebhookEndpoint implements Operation.ThroughRing {

    @Override
    public int encode(Request request, Workbench bench) {
        bench.noBody(request);
        PingWebhookEndpointEncoder command = new PingWebhookEndpointEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.endpoint(request.id(IdKind.WEBHOOK_ENDPOINT));
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
