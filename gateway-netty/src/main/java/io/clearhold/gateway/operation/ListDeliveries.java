package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.RowRenderer;
import io.clearhold.gateway.webhook.DeliveryCursor;
import io.clearhold.gateway.webhook.DeliveryKey;
import io.clearhold.gateway.webhook.DeliveryList;
import io.clearhold.gateway.webhook.DeliveryRow;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/webhook_endpoints/{id}/deliveries}: what was sent, and what is to be. */
final class ListDeliveries extends ListOperation<DeliveryCursor, DeliveryRow> {
    private static final int ID_LIMIT = 40;

    private final DeliveryList deliveries;

    ListDeliveries(ViewAccess access, DeliveryList deliveries) {
        super(access, QueryFields.PAGE);
        this.deliveries = deliveries;
    }

    @Override
    DeliveryCursor filter(QueryParameters parameters) {
        parameters.requireOneCursor();
        return new DeliveryCursor(
                key(parameters, "starting_after"),
                key(parameters, "ending_before"),
                parameters.limit());
    }

    @Override
    boolean isVisible(Request request, Workbench bench, Answer answer) throws InterruptedException {
        return Visibility.of(request, IdKind.WEBHOOK_ENDPOINT, bench, answer);
    }

    @Override
    Page<DeliveryRow> page(Views views, Scope scope, DeliveryCursor cursor, Request request) {
        return deliveries.deliveries(request.id(IdKind.WEBHOOK_ENDPOINT), cursor);
    }

    @Override
    void write(DeliveryRow row, RowRenderer renderer, JsonWriter out) {
        renderer.delivery(row, out);
    }

    private static @Nullable DeliveryKey key(QueryParameters parameters, String name) {
        if (!parameters.has(name)) {
            return null;
        }
        DeliveryKey key = DeliveryKey.parse(parameters.text(name, ID_LIMIT).orElse(""));
        if (key == null) {
            throw QueryParameters.invalid(name, "It must be an id of the form msg_….");
        }
        return key;
    }
}
