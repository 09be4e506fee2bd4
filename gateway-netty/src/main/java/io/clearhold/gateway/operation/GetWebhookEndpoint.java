package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code GET /v1/webhook_endpoints/{id}}: as the ledger has it, and whether deliveries fail. */
final class GetWebhookEndpoint implements Operation.ThroughRing {
    @Override
    public Form form() {
        return Form.SHOWN;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        return GetObject.encode(request, IdKind.WEBHOOK_ENDPOINT, bench);
    }
}
