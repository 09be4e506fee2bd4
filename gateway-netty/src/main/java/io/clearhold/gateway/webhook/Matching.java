package io.clearhold.gateway.webhook;

import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.EventTypes;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.core.view.WebhookFeed;
import java.util.ArrayList;
import java.util.List;

/** Which endpoint gets which event. */
final class Matching {
    private Matching() {}

    /** The deliveries that new events come to. */
    static List<NewDelivery> deliveries(WebhookFeed feed) {
        List<NewDelivery> deliveries = new ArrayList<>();
        List<Listener> listeners = feed.endpoints().stream().map(Listener::of).toList();
        for (WebhookFeed.Item item : feed.events()) {
            for (Listener listener : listeners) {
                boolean older = ObjectId.sequence(listener.row.id()) < item.event().sequence();
                if (older && listener.gets(item.event())) {
                    deliveries.add(delivery(item, listener.row, false));
                }
            }
        }
        return deliveries;
    }

    /** What an endpoint gets once more, also from before it was made. */
    static List<NewDelivery> repeated(List<WebhookFeed.Item> events, WebhookEndpointRow endpoint) {
        Listener listener = Listener.of(endpoint);
        return events.stream()
                .filter(item -> listener.wants(item.event()))
                .map(item -> delivery(item, endpoint, true))
                .toList();
    }

    private static NewDelivery delivery(
            WebhookFeed.Item item, WebhookEndpointRow endpoint, boolean repeated) {
        EventRow event = item.event();
        return new NewDelivery(
                new DeliveryKey(endpoint.id(), event.sequence(), event.ordinal()),
                item.object(),
                event.type(),
                MessageBody.of(item),
                repeated);
    }

    private record Listener(WebhookEndpointRow row, EndpointText text) {
        static Listener of(WebhookEndpointRow row) {
            return new Listener(row, EndpointText.parse(row.text()));
        }

        boolean gets(EventRow event) {
            if (event.type().equals(EventTypes.PING)) {
                return isEnabled() && event.subject() == row.id();
            }
            return wants(event);
        }

        boolean wants(EventRow event) {
            return isEnabled() && sees(event) && text.wants(event.type());
        }

        private boolean isEnabled() {
            return row.status() == WebhookEndpointStatus.ENABLED;
        }

        private boolean sees(EventRow event) {
            return switch (row.scope()) {
                case Scope.Everything all -> true;
                case Scope.Platform(long platform) -> event.platform() == platform;
                case Scope.Account(long account) ->
                        event.account() == account || event.payer() == account;
            };
        }
    }
}
