package io.clearhold.ledger.projection.list;

import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.EventCursor;
import io.clearhold.core.view.EventFilter;
import io.clearhold.core.view.EventPlace;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.core.view.WebhookFeed;
import io.clearhold.core.view.WebhookViews;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What webhooks read: endpoints, and events with their place among those of their object. */
public final class WebhookReader implements WebhookViews {
    /** More endpoints than the parties of a page of events can have. */
    private static final int ENDPOINTS_OF_A_PAGE = 100_000;

    private static final String COUNT_BEFORE =
            "SELECT o.id, (SELECT count(*) FROM events WHERE listed"
                    + " AND (CASE WHEN subject <> 0 THEN subject ELSE payment END) = o.id"
                    + " AND sequence <= ?) FROM unnest(?) AS o(id)";

    private static final String ANY_ENDPOINT =
            "SELECT 1 FROM webhook_endpoints WHERE status <> 'deleted' LIMIT 1";

    private final ViewReader views;

    public WebhookReader(ViewReader views) {
        this.views = views;
    }

    @Override
    public Page<WebhookEndpointRow> webhookEndpoints(Scope scope, Cursor cursor) {
        Query query =
                ViewReader.scoped("webhook_endpoints", scope, "account", "")
                        .where("status <> 'deleted'");
        return views.read((connection, position) ->
                query.page(connection, cursor, position, RowReaders::webhookEndpoint));
    }

    @Override
    public List<WebhookEndpointRow> webhookEndpoints(Collection<Long> ids) {
        return views.read((connection, position) ->
                new Query("webhook_endpoints")
                        .where("id = ANY (?)", array(connection, ids))
                        .list(connection, "id", ENDPOINTS_OF_A_PAGE, RowReaders::webhookEndpoint));
    }

    @Override
    public WebhookFeed webhookFeed(Scope scope, long afterSequence, int limit) {
        EventPlace from = new EventPlace(afterSequence, Integer.MAX_VALUE);
        EventPages pages = new EventPages(EventFilter.of(scope), EventCursor.before(from, limit));
        return views.read((connection, position) -> {
            if (!hasEndpoints(connection)) {
                return new WebhookFeed(List.of(), List.of(), false, position);
            }
            Page<EventRow> page = pages.page(connection, from, position);
            return new WebhookFeed(
                    counted(connection, page.rows(), afterSequence),
                    endpoints(connection, page.rows()),
                    page.hasMore(),
                    position);
        });
    }

    private static boolean hasEndpoints(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANY_ENDPOINT);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** Numbers each event among those of its object, whichever of them this page shows. */
    private static List<WebhookFeed.Item> counted(
            Connection connection, List<EventRow> events, long afterSequence) throws SQLException {
        List<WebhookFeed.Item> items = new ArrayList<>();
        Map<Long, Long> counts = countsUntil(connection, events, afterSequence);
        for (EventRow event : events) {
            long object = new WebhookFeed.Item(event, 0).object();
            items.add(new WebhookFeed.Item(event, counts.merge(object, 1L, Long::sum)));
        }
        return items;
    }

    private static Map<Long, Long> countsUntil(
            Connection connection, List<EventRow> events, long sequence) throws SQLException {
        Map<Long, Long> counts = new HashMap<>();
        if (events.isEmpty()) {
            return counts;
        }
        List<Long> objects =
                events.stream()
                        .map(event -> new WebhookFeed.Item(event, 0).object())
                        .distinct()
                        .toList();
        try (PreparedStatement statement = connection.prepareStatement(COUNT_BEFORE)) {
            statement.setLong(1, sequence);
            statement.setArray(2, array(connection, objects));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getLong(1), row.getLong(2));
                }
            }
        }
        return counts;
    }

    private static List<WebhookEndpointRow> endpoints(Connection connection, List<EventRow> events)
            throws SQLException {
        if (events.isEmpty()) {
            return List.of();
        }
        List<Long> platforms = events.stream().map(EventRow::platform).distinct().toList();
        List<Long> accounts = new ArrayList<>(events.stream().map(EventRow::account).toList());
        accounts.addAll(events.stream().map(EventRow::payer).toList());
        List<Long> subjects = events.stream().map(EventRow::subject).distinct().toList();
        return new Query("webhook_endpoints")
                .where("status <> 'deleted'")
                .where(
                        "(owner_role = 'operator'"
                                + " OR (owner_role = 'platform' AND platform = ANY (?))"
                                + " OR (owner_role = 'account' AND account = ANY (?))"
                                + " OR id = ANY (?))",
                        array(connection, platforms),
                        array(connection, accounts.stream().distinct().toList()),
                        array(connection, subjects))
                .list(connection, "id", ENDPOINTS_OF_A_PAGE, RowReaders::webhookEndpoint);
    }

    private static java.sql.Array array(Connection connection, Collection<Long> values)
            throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }
}
