package io.clearhold.bench.http;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.ledger.projection.database.ViewDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.postgresql.PGStatement;

/**
 * Clients of a database that create payments, each in its own thread over its own connection, in a
 * closed loop: autocommit, a prepared statement, binary parameters.
 */
final class PostgresClients implements AutoCloseable {
    static final String CALLS_PER_S = "answers_per_s";

    private static final long LONGEST_NS = 60_000_000_000L;
    private static final String CALL =
            "SELECT create_payment(1, ?, ?, ?, ?, 12900, ?, 'Two books')";

    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong nextNumber = new AtomicLong();
    private final int accounts;
    private final int payees;
    private long answered;

    PostgresClients(ViewDatabase database, int most, int accounts, int payees) throws SQLException {
        this.accounts = accounts;
        this.payees = payees;
        for (int i = 0; i < most; i++) {
            connections.add(database.connect("clearhold bench client"));
        }
    }

    /** Payments that were answered in all runs. */
    long answered() {
        return answered;
    }

    /** So many clients for so long. */
    Figures run(int count, Duration duration) throws InterruptedException, ExecutionException {
        long startNs = System.nanoTime();
        long endNs = startNs + duration.toNanos();
        List<Future<Histogram>> running = new ArrayList<>();
        for (Connection connection : connections.subList(0, count)) {
            running.add(threads.submit(() -> call(connection, endNs)));
        }
        Histogram latency = new Histogram(LONGEST_NS, 3);
        for (Future<Histogram> each : running) {
            latency.add(each.get());
        }
        long calls = latency.getTotalCount();
        answered += calls;
        return Figures.of(CALLS_PER_S, calls * 1e9 / (System.nanoTime() - startNs))
                .with("clients", count)
                .with("p50_us", latency.getValueAtPercentile(50) / 1e3)
                .with("p99_us", latency.getValueAtPercentile(99) / 1e3)
                .with("p999_us", latency.getValueAtPercentile(99.9) / 1e3)
                .with("max_us", latency.getMaxValue() / 1e3);
    }

    private Histogram call(Connection connection, long endNs) throws SQLException {
        Histogram latency = new Histogram(LONGEST_NS, 3);
        byte[] digest = new byte[16];
        try (PreparedStatement call = connection.prepareStatement(CALL)) {
            call.unwrap(PGStatement.class).setPrepareThreshold(1);
            while (System.nanoTime() < endNs) {
                long number = nextNumber.incrementAndGet();
                long spread = (number * 0x9e3779b97f4a7c15L) >>> 33;
                String key = "bench-" + number;
                call.setString(1, key);
                call.setBytes(2, digest);
                call.setLong(3, 1 + spread % payees);
                call.setLong(4, 1 + (spread >>> 8) % accounts);
                call.setString(5, "order-" + number);
                long startNs = System.nanoTime();
                try (ResultSet rows = call.executeQuery()) {
                    if (!rows.next() || rows.getLong(1) == 0) {
                        throw new InvalidMeasurementException("no payment was created");
                    }
                }
                latency.recordValue(Math.min(LONGEST_NS, System.nanoTime() - startNs));
            }
        }
        return latency;
    }

    @Override
    public void close() throws SQLException {
        threads.shutdown();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
