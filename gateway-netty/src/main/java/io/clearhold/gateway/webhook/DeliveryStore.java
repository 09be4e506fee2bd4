package io.clearhold.gateway.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tables of deliveries over one connection; whoever calls commits. Confined to one thread.
 *
 * <p>Of the deliveries of one object to one endpoint that are not at their end, the oldest is
 * pending and the others are blocked: that is the whole of the order per object.
 */
final class DeliveryStore implements AutoCloseable {
    private static final String SAME = " WHERE endpoint = ? AND sequence = ? AND ordinal = ?";
    private static final String IS_OPEN = "state IN ('pending', 'blocked')";

    private static final String INSERT =
            "INSERT INTO webhooks.deliveries AS d (endpoint, sequence, ordinal, object, type, body,"
                    + " state, next_attempt_ms, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, 'blocked',"
                    + " ?, ?) ON CONFLICT (endpoint, sequence, ordinal) DO ";
    private static final String REPEAT =
            "UPDATE SET state = 'blocked', tries = 0, finished_at_ms = 0,"
                    + " next_attempt_ms = EXCLUDED.next_attempt_ms"
                    + " WHERE d.state NOT IN ('pending', 'blocked')";
    private static final String UNBLOCK =
            "UPDATE webhooks.deliveries SET state = 'pending' WHERE state = 'blocked'"
                    + " AND (endpoint, sequence, ordinal) = (SELECT endpoint, sequence, ordinal"
                    + " FROM webhooks.deliveries WHERE endpoint = ? AND object = ? AND "
                    + IS_OPEN
                    + " ORDER BY sequence, ordinal LIMIT 1)";
    private static final String BLOCK =
            "UPDATE webhooks.deliveries SET state = 'blocked' WHERE endpoint = ? AND object = ?"
                    + " AND state = 'pending' AND (sequence, ordinal) > (SELECT sequence, ordinal"
                    + " FROM webhooks.deliveries WHERE endpoint = ? AND object = ? AND "
                    + IS_OPEN
                    + " ORDER BY sequence, ordinal LIMIT 1)";

    /** Walks from endpoint to endpoint by the index, whatever one of them has piled up. */
    private static final String DUE =
            "WITH RECURSIVE waiting AS ("
                    + "(SELECT endpoint FROM webhooks.deliveries WHERE state = 'pending'"
                    + " AND endpoint > ? ORDER BY endpoint LIMIT 1) UNION ALL"
                    + " SELECT (SELECT d.endpoint FROM webhooks.deliveries d"
                    + " WHERE d.state = 'pending' AND d.endpoint > w.endpoint"
                    + " ORDER BY d.endpoint LIMIT 1) FROM waiting w WHERE w.endpoint IS NOT NULL)"
                    + " SELECT d.* FROM waiting w CROSS JOIN LATERAL (SELECT * FROM"
                    + " webhooks.deliveries WHERE endpoint = w.endpoint AND state = 'pending'"
                    + " AND next_attempt_ms <= ? ORDER BY next_attempt_ms, sequence, ordinal"
                    + " LIMIT ?) d WHERE w.endpoint IS NOT NULL LIMIT ?";

    private final Connection connection;

    private DeliveryStore(Connection connection) {
        this.connection = connection;
    }

    static DeliveryStore open(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            return new DeliveryStore(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    long position() throws SQLException {
        return number("SELECT sequence FROM webhooks.position");
    }

    void position(long sequence) throws SQLException {
        execute("UPDATE webhooks.position SET sequence = ?", sequence);
    }

    /** Adds deliveries; one that is there already is left alone unless it is to be repeated. */
    void add(Collection<NewDelivery> deliveries, long nowMs) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        insert(deliveries.stream().filter(one -> !one.repeated()).toList(), "NOTHING", nowMs);
        insert(deliveries.stream().filter(NewDelivery::repeated).toList(), REPEAT, nowMs);
        Set<List<Long>> objects = new HashSet<>();
        deliveries.forEach(one -> objects.add(List.of(one.key().endpoint(), one.object())));
        try (PreparedStatement block = connection.prepareStatement(BLOCK);
                PreparedStatement unblock = connection.prepareStatement(UNBLOCK)) {
            for (List<Long> object : objects) {
                set(block, object.get(0), object.get(1), object.get(0), object.get(1));
                block.addBatch();
                set(unblock, object.get(0), object.get(1));
                unblock.addBatch();
            }
            block.executeBatch();
            unblock.executeBatch();
        }
    }

    private void insert(List<NewDelivery> deliveries, String onConflict, long nowMs)
            throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT + onConflict)) {
            for (NewDelivery one : deliveries) {
                DeliveryKey key = one.key();
                set(
                        insert,
                        key.endpoint(),
                        key.sequence(),
                        key.ordinal(),
                        one.object(),
                        one.type(),
                        one.body(),
                        nowMs,
                        nowMs);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Deliveries that are due, of endpoints with an id above {@code afterEndpoint}. */
    List<Delivery> due(long afterEndpoint, long nowMs, int perEndpoint, int atMost)
            throws SQLException {
        List<Delivery> due = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            set(statement, afterEndpoint, nowMs, perEndpoint, atMost);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(
                            new Delivery(
                                    new DeliveryKey(
                                            row.getLong("endpoint"),
                                            row.getLong("sequence"),
                                            row.getInt("ordinal")),
                                    row.getLong("object"),
                                    row.getString("type"),
                                    row.getString("body"),
                                    row.getInt("tries"),
                                    row.getInt("attempts")));
                }
            }
        }
        return due;
    }

    /** How many are due, counted no further than {@code atMost}. */
    long countDue(long nowMs, int atMost) throws SQLException {
        return number(
                "SELECT count(*) FROM (SELECT 1 FROM webhooks.deliveries WHERE state = 'pending'"
                        + " AND next_attempt_ms <= ? LIMIT ?) d",
                nowMs,
                atMost);
    }

    /** When the next one will be due, {@link Long#MAX_VALUE} if none waits. */
    long nextDueMs(long nowMs) throws SQLException {
        return number(
                "SELECT COALESCE((SELECT next_attempt_ms FROM webhooks.deliveries WHERE state ="
                        + " 'pending' AND next_attempt_ms > ? ORDER BY next_attempt_ms LIMIT 1), ?)",
                nowMs,
                Long.MAX_VALUE);
    }

    /** Writes an attempt down and says how its delivery goes on. */
    void record(AttemptResult result, DeliveryFate fate, long nowMs) throws SQLException {
        Delivery delivery = result.delivery();
        DeliveryKey key = delivery.key();
        int status = result.attempt() instanceof Attempt.Answered(int code, long ms) ? code : 0;
        String why =
                result.attempt() instanceof Attempt.Unanswered(String text, long ms) ? text : "";
        execute(
                "INSERT INTO webhooks.attempts (endpoint, sequence, ordinal, number, at_ms,"
                        + " duration_ms, status, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                key.endpoint(),
                key.sequence(),
                key.ordinal(),
                delivery.attempts() + 1,
                nowMs,
                result.attempt().durationMs(),
                status,
                why);
        execute(
                "UPDATE webhooks.deliveries SET state = ?, tries = ?, attempts = ?,"
                        + " next_attempt_ms = ?, finished_at_ms = ?"
                        + SAME
                        + " AND "
                        + IS_OPEN,
                fate.state(),
                delivery.tries() + 1,
                delivery.attempts() + 1,
                fate.nextAttemptMs(),
                fate.isEnd() ? nowMs : 0L,
                key.endpoint(),
                key.sequence(),
                key.ordinal());
        if (fate.isEnd()) {
            execute(UNBLOCK, key.endpoint(), delivery.object());
        }
    }

    /** Ends what is still open for an endpoint that gets nothing more; returns how many. */
    int cancel(long endpoint, long nowMs, int atMost) throws SQLException {
        return execute(
                "UPDATE webhooks.deliveries SET state = 'canceled', finished_at_ms = ?"
                        + " WHERE (endpoint, sequence, ordinal) IN (SELECT endpoint, sequence,"
                        + " ordinal FROM webhooks.deliveries WHERE endpoint = ? AND "
                        + IS_OPEN
                        + " LIMIT ?)",
                nowMs,
                endpoint,
                atMost);
    }

    /** Deletes finished deliveries and their attempts; returns how many. */
    int forget(long finishedBeforeMs, int atMost) throws SQLException {
        return execute(
                "DELETE FROM webhooks.deliveries WHERE (endpoint, sequence, ordinal) IN"
                        + " (SELECT endpoint, sequence, ordinal FROM webhooks.deliveries"
                        + " WHERE finished_at_ms <> 0 AND finished_at_ms < ? LIMIT ?)",
                finishedBeforeMs,
                atMost);
    }

    Set<Long> failingEndpoints() throws SQLException {
        Set<Long> endpoints = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT endpoint FROM webhooks.failing_endpoints")) {
            while (row.next()) {
                endpoints.add(row.getLong(1));
            }
        }
        return endpoints;
    }

    void failing(long endpoint, boolean failing, long nowMs) throws SQLException {
        if (failing) {
            execute(
                    "INSERT INTO webhooks.failing_endpoints VALUES (?, ?) ON CONFLICT DO NOTHING",
                    endpoint,
                    nowMs);
        } else {
            execute("DELETE FROM webhooks.failing_endpoints WHERE endpoint = ?", endpoint);
        }
    }

    void addReplay(Replay replay) throws SQLException {
        execute(
                "INSERT INTO webhooks.replays VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                replay.sequence(),
                replay.ordinal(),
                replay.endpoint(),
                replay.doneSequence(),
                replay.toSequence());
    }

    /** The replay that was asked for first, null if there is none. */
    @Nullable Replay firstReplay() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT * FROM webhooks.replays ORDER BY sequence, ordinal LIMIT 1")) {
            return row.next()
                    ? new Replay(
                            row.getLong("sequence"),
                            row.getInt("ordinal"),
                            row.getLong("endpoint"),
                            row.getLong("done_sequence"),
                            row.getLong("to_sequence"))
                    : null;
        }
    }

    /** Notes how far a replay is; one that is through is forgotten. */
    void advance(Replay replay, long doneSequence) throws SQLException {
        if (doneSequence >= replay.toSequence()) {
            execute(
                    "DELETE FROM webhooks.replays WHERE sequence = ? AND ordinal = ?",
                    replay.sequence(),
                    replay.ordinal());
        } else {
            execute(
                    "UPDATE webhooks.replays SET done_sequence = ? WHERE sequence = ? AND ordinal = ?",
                    doneSequence,
                    replay.sequence(),
                    replay.ordinal());
        }
    }

    long countOpen(int atMost) throws SQLException {
        return number(
                "SELECT count(*) FROM (SELECT 1 FROM webhooks.deliveries WHERE "
                        + IS_OPEN
                        + " LIMIT ?) d",
                atMost);
    }

    private long number(String query, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            set(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private int execute(String command, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            set(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
