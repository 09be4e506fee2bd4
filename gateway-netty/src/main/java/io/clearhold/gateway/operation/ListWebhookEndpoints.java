package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.Views;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;
import io.clearhold.gateway.webhook.WebhookParts;

/** {@code GET /v1/webhook_endpoints}: never a secret. */
final class ListWebhookEndpoints extends ListOperation<Cursor, WebhookEndpointRow> {
    private final WebhookParts webhooks;

    ListWebhookEndpoints(ViewAccess access, WebhookParts webhooks) {
        super(access, QueryFields.PAGE);
        this.webhooks = webhooks;
    }

    @Override
    Cursor filter(QueryParameters parameters) {
        return parameters.cursor(IdKind.WEBHOOK_ENDPOINT);
    }

    @Override
    Page<WebhookEndpointRow> page(Views views, Scope scope, Cursor cursor, Request request) {
        return webhooks.views().webhookEndpoints(scope, cursor);
    }

    @Override
    void write(WebhookEndpointRow row, RowRenderer renderer, JsonWriter out) {
        renderer.webhookEndpoint(row, webhooks.failing().test(row.id()), out);
    }
}
