package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.RotateWebhookSecretEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.render.ResultRenderer.Form;

/**
 * {@code POST /v1/webhook_endpoints/{id}/rotate}: a new secret; the one before signs too for a day.
 */
final class RotateWebhookSecret implements Operation.ThroughRing {
    @Override
    public Form form() {
        return Form.ACTED_SECRET;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        bench.noBody(request);
        RotateWebhookSecretEncoder command = new RotateWebhookSecretEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.endpoint(request.id(IdKind.WEBHOOK_ENDPOINT));
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
