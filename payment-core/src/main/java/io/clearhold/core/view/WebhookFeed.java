package io.clearhold.core.view;

import java.util.List;

/**
 * Whole frames of listed events with everything that delivering them takes, from one snapshot.
 *
 * @param events oldest first; none while nobody has an endpoint, since an event is for those that
 *     are older than it
 * @param endpoints that are not deleted and belong to a party of one of the events, or that an
 *     event is about
 * @param hasMore whether there are further events
 * @param position the sequence that the view was at
 */
public record WebhookFeed(
        List<Item> events, List<WebhookEndpointRow> endpoints, boolean hasMore, long position) {
    public WebhookFeed {
        events = List.copyOf(events);
        endpoints = List.copyOf(endpoints);
    }

    /**
     * An event and its place among those of its object.
     *
     * @param objectSequence counts the object's listed events: 1, 2, 3 …
     */
    public record Item(EventRow event, long objectSequence) {
        /** The object whose events stand in one order: the event's subject, or its payment. */
        public long object() {
            return event.subject() != 0 ? event.subject() : event.payment();
        }
    }
}
