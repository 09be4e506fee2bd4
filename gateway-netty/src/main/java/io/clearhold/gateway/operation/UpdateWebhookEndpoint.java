package io.clearhold.gateway.operation;

import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.ResultRenderer.Form;

/**
 * {@code PATCH /v1/webhook_endpoints/{id}}: changes some members and keeps the rest. Like that of
 * an account it reads the present text, merges, and replaces it if it is still the same.
 */
final class UpdateWebhookEndpoint implements Operation.Slow {
    static final JsonFields FIELDS =
            JsonFields.required()
                    .optional("url", "events", "description", "disabled")
                    .keepingNulls();

    private final boolean sandbox;

    /**
     * @param sandbox whether plain http and loopback addresses are allowed
     */
    UpdateWebhookEndpoint(boolean sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        WebhookEndpointPatch patch = WebhookEndpointPatch.read(bench.body(request), sandbox);
        TextRevision.run(request, patch, Form.ACTED, bench, answer);
    }
}
