package io.clearhold.gateway.webhook;

import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.ViewAwayException;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.core.view.WebhookFeed;
import io.clearhold.core.view.WebhookViews;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * What the operations of webhooks are made of.
 *
 * @param sandbox whether plain http and loopback addresses are allowed
 * @param failing whether the last delivery of an endpoint that came to an end was given up
 */
public record WebhookParts(
        boolean sandbox, WebhookViews views, DeliveryList deliveries, LongPredicate failing) {
    /** A server without a database: endpoints can be kept, but nothing is sent or listed. */
    public static WebhookParts away(boolean sandbox) {
        return new WebhookParts(
                sandbox,
                new NoViews(),
                (endpoint, cursor) -> {
                    throw NoViews.away();
                },
                endpoint -> false);
    }

    private static final class NoViews implements WebhookViews {
        static ViewAwayException away() {
            return new ViewAwayException(new IOException("this server runs without a database"));
        }

        @Override
        public Page<WebhookEndpointRow> webhookEndpoints(Scope scope, Cursor cursor) {
            throw away();
        }

        @Override
        public List<WebhookEndpointRow> webhookEndpoints(Collection<Long> ids) {
            throw away();
        }

        @Override
        public WebhookFeed webhookFeed(Scope scope, long afterSequence, int limit) {
            throw away();
        }
    }
}
