package io.clearhold.gateway.webhook;

import io.clearhold.core.view.Page;
import io.clearhold.core.view.ViewAwayException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lists deliveries, over connections of its own, a few at a time. Blocks: call it from virtual
 * threads. Safe for many threads.
 */
public final class DeliveryReader implements DeliveryList {
    private static final long PATIENCE_MS = 2_000;

    /** Attempts of one delivery that a list shows: the newest of more. */
    private static final int ATTEMPTS_SHOWN = 50;

    private final DeliveryDatabase database;
    private final Semaphore places;

    public DeliveryReader(DeliveryDatabase database, WebhookSettings settings) {
        this.database = database;
        this.places = new Semaphore(settings.listsAtOnce());
    }

    @Override
    public Page<DeliveryRow> deliveries(long endpoint, DeliveryCursor cursor) {
        acquire();
        try (Connection connection = database.connections().getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Page<DeliveryRow> page = page(connection, endpoint, cursor);
            connection.commit();
            return page;
        } catch (SQLException e) {
            throw new ViewAwayException(e);
        } finally {
            places.release();
        }
    }

    private void acquire() {
        boolean acquired = false;
        try {
            acquired = places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!acquired) {
            throw new ViewAwayException(new SQLException("too many lists are being read"));
        }
    }

    private static Page<DeliveryRow> page(
            Connection connection, long endpoint, DeliveryCursor cursor) throws SQLException {
        DeliveryKey after = cursor.startingAfter();
        DeliveryKey before = cursor.endingBefore();
        DeliveryKey from = before == null ? after : before;
        String comparison = before == null ? "<" : ">";
        String order = before == null ? "DESC" : "ASC";
        String query =
                "SELECT * FROM webhooks.deliveries WHERE endpoint = ?"
                        + (from == null ? "" : " AND (sequence, ordinal) " + comparison + " (?, ?)")
                        + " ORDER BY sequence "
                        + order
                        + ", ordinal "
                        + order
                        + " LIMIT ?";
        List<DeliveryRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int place = 1;
            statement.setLong(place++, endpoint);
            if (from != null) {
                statement.setLong(place++, from.sequence());
                statement.setInt(place++, from.ordinal());
            }
            statement.setInt(place, cursor.limit() + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(delivery(row));
                }
            }
        }
        boolean more = rows.size() > cursor.limit();
        List<DeliveryRow> shown = more ? rows.subList(0, cursor.limit()) : rows;
        List<DeliveryRow> whole = withAttempts(connection, endpoint, shown);
        return new Page<>(before == null ? whole : whole.reversed(), more, position(connection));
    }

    private static DeliveryRow delivery(ResultSet row) throws SQLException {
        String state = row.getString("state");
        boolean pending = state.equals("pending");
        return new DeliveryRow(
                new DeliveryKey(
                        row.getLong("endpoint"), row.getLong("sequence"), row.getInt("ordinal")),
                row.getString("type"),
                state.equals("blocked") ? "pending" : state,
                row.getLong("created_at_ms"),
                pending ? row.getLong("next_attempt_ms") : 0,
                List.of());
    }

    private static List<DeliveryRow> withAttempts(
            Connection connection, long endpoint, List<DeliveryRow> rows) throws SQLException {
        Map<DeliveryKey, List<DeliveryRow.AttemptRow>> attempts = new HashMap<>();
        String query =
                "SELECT a.* FROM unnest(?, ?) AS d(sequence, ordinal) CROSS JOIN LATERAL (SELECT *"
                        + " FROM webhooks.attempts WHERE endpoint = ? AND sequence = d.sequence"
                        + " AND ordinal = d.ordinal ORDER BY number DESC LIMIT ?) a";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Object[] sequences = rows.stream().map(row -> row.key().sequence()).toArray();
            Object[] ordinals = rows.stream().map(row -> row.key().ordinal()).toArray();
            statement.setArray(1, connection.createArrayOf("bigint", sequences));
            statement.setArray(2, connection.createArrayOf("integer", ordinals));
            statement.setLong(3, endpoint);
            statement.setInt(4, ATTEMPTS_SHOWN);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    DeliveryKey key =
                            new DeliveryKey(
                                    endpoint, row.getLong("sequence"), row.getInt("ordinal"));
                    attempts.computeIfAbsent(key, one -> new ArrayList<>()).add(attempt(row));
                }
            }
        }
        return rows.stream().map(row -> row.with(oldestFirst(attempts.get(row.key())))).toList();
    }

    private static List<DeliveryRow.AttemptRow> oldestFirst(
            @Nullable List<DeliveryRow.AttemptRow> attempts) {
        return attempts == null
                ? List.of()
                : attempts.stream()
                        .sorted(java.util.Comparator.comparingInt(DeliveryRow.AttemptRow::number))
                        .toList();
    }

    private static DeliveryRow.AttemptRow attempt(ResultSet row) throws SQLException {
        return new DeliveryRow.AttemptRow(
                row.getInt("number"),
                row.getLong("at_ms"),
                row.getInt("status"),
                row.getLong("duration_ms"),
                row.getString("error"));
    }

    private static long position(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT sequence FROM webhooks.position");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
