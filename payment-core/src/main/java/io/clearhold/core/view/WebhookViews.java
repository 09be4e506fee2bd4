package io.clearhold.core.view;

import java.util.Collection;
import java.util.List;

/**
 * What webhooks read from the view. Blocks like {@link Views}, and throws {@link ViewAwayException}
 * while the view cannot be read. Safe for many threads.
 */
public interface WebhookViews {
    /** Endpoints that are not deleted, newest first. */
    Page<WebhookEndpointRow> webhookEndpoints(Scope scope, Cursor cursor);

    /** The endpoints with these ids, deleted ones included; one that the view lacks is left out. */
    List<WebhookEndpointRow> webhookEndpoints(Collection<Long> ids);

    /**
     * Events after a sequence, oldest first, whole frames only.
     *
     * @param limit 1 to {@value Cursor#MAX_LIMIT} events, give or take the rest of a frame
     */
    WebhookFeed webhookFeed(Scope scope, long afterSequence, int limit);
}
