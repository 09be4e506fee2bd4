package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CreateWebhookEndpointEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/webhook_endpoints}: a place to send events to; shown with its secret. */
final class CreateWebhookEndpoint implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required("url", "events").optional("description");

    private final boolean sandbox;

    /**
     * @param sandbox whether plain http and loopback addresses are allowed
     */
    CreateWebhookEndpoint(boolean sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Form form() {
        return Form.CREATED_SECRET;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> WebhookEndpointText.url(body, sandbox, text);
                case 1 -> WebhookEndpointText.events(body, text);
                case 2 -> WebhookEndpointText.description(body, text);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        CreateWebhookEndpointEncoder command = new CreateWebhookEndpointEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
