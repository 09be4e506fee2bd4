package io.clearhold.gateway.webhook;

import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.EventTypes;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.core.view.WebhookFeed;
import io.clearhold.core.view.WebhookViews;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes deliveries of events: of new ones, in whole frames, with its position in one transaction;
 * and of old ones that an endpoint asked for once more, a page at a time. Confined to one thread.
 */
final class DeliveryTail {
    /** So long it may be before a position that made no delivery is written down. */
    private static final long STORE_INTERVAL_NS = 1_000_000_000L;

    private final WebhookViews views;
    private final DeliveryStore store;
    private final int pageSize;
    private long position;
    private boolean replaying;
    private boolean quiet;
    private long storedAtNs;

    DeliveryTail(WebhookViews views, DeliveryStore store, int pageSize) throws SQLException {
        this.views = views;
        this.store = store;
        this.pageSize = pageSize;
        this.position = store.position();
        this.replaying = store.firstReplay() != null;
    }

    /** The last sequence whose events are deliveries. */
    long position() {
        return position;
    }

    /** Whether a replay is not through yet. */
    boolean isReplaying() {
        return replaying;
    }

    /** Whether the last page of new events had none that anybody listens to. */
    boolean isQuiet() {
        return quiet;
    }

    /**
     * Takes the next page of new events.
     *
     * @return where the view was, below {@link #position} while it is being rebuilt
     */
    long follow(long nowMs) throws SQLException {
        WebhookFeed feed = views.webhookFeed(new Scope.Everything(), position, pageSize);
        if (feed.position() <= position) {
            return feed.position();
        }
        quiet = feed.events().isEmpty();
        if (quiet && System.nanoTime() - storedAtNs < STORE_INTERVAL_NS) {
            // Read once more after a crash, and then again for nobody.
            position = feed.position();
            return feed.position();
        }
        store.add(Matching.deliveries(feed), nowMs);
        boolean asked = false;
        for (WebhookFeed.Item item : feed.events()) {
            if (item.event().type().equals(EventTypes.REPLAY)) {
                store.addReplay(replay(item.event()));
                asked = true;
            }
        }
        long next = feed.hasMore() ? feed.events().getLast().event().sequence() : feed.position();
        store.position(next);
        store.commit();
        storedAtNs = System.nanoTime();
        position = next;
        replaying |= asked;
        return feed.position();
    }

    /** Takes the next page of a replay. */
    void replay(long nowMs) throws SQLException {
        Replay replay = store.firstReplay();
        if (replay == null) {
            replaying = false;
            return;
        }
        List<WebhookEndpointRow> endpoint = views.webhookEndpoints(List.of(replay.endpoint()));
        if (endpoint.isEmpty()) {
            // The view is being rebuilt.
            return;
        }
        WebhookFeed feed =
                views.webhookFeed(endpoint.getFirst().scope(), replay.doneSequence(), pageSize);
        List<WebhookFeed.Item> asked =
                feed.events().stream()
                        .filter(item -> item.event().sequence() <= replay.toSequence())
                        .toList();
        boolean through = !feed.hasMore() || asked.size() < feed.events().size();
        store.add(Matching.repeated(asked, endpoint.getFirst()), nowMs);
        store.advance(replay, through ? replay.toSequence() : asked.getLast().event().sequence());
        store.commit();
    }

    private static Replay replay(EventRow event) {
        ReplayFacts facts = ReplayFacts.parse(event.facts());
        return new Replay(
                event.sequence(),
                event.ordinal(),
                event.subject(),
                facts.fromSequence() - 1,
                facts.toSequence());
    }
}
