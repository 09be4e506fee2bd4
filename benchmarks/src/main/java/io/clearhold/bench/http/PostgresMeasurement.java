package io.clearhold.bench.http;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Workspace;
import io.clearhold.config.postgres.EmbeddedPostgres;
import io.clearhold.config.postgres.PostgresSettings;
import io.clearhold.ledger.projection.database.ViewDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/**
 * The same operation on a real PostgreSQL that syncs: one SQL function that inserts the key, the
 * payment and an event, called by prepared statements. The warm-up tries 8, 32 and 64 clients;
 * rounds run with the number that did best. At the end the payments in the table are counted.
 */
public final class PostgresMeasurement implements Measurement {
    private static final int ACCOUNTS = 10_000;
    private static final int SHARED_BUFFERS_MB = 512;
    private static final int[] CLIENTS = {8, 32, 64};
    private static final int SPARE_CONNECTIONS = 8;

    private final String name;
    private final int payees;

    private PostgresMeasurement(String name, int payees) {
        this.name = name;
        this.payees = payees;
    }

    /** Payments for ten thousand payees alike. */
    public static PostgresMeasurement uniform() {
        return new PostgresMeasurement("postgres", ACCOUNTS);
    }

    /** All payments for the same payee. */
    public static PostgresMeasurement hot() {
        return new PostgresMeasurement("postgres_hot", 1);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open(Workspace workspace) throws IOException, InterruptedException {
        Path folder = workspace.newFolder(name);
        EmbeddedPostgres server =
                new EmbeddedPostgres(
                        PostgresSettings.embeddedIn(folder)
                                .sized(
                                        SHARED_BUFFERS_MB,
                                        CLIENTS[CLIENTS.length - 1] + SPARE_CONNECTIONS));
        server.start();
        try (Connection connection = server.database().connect("clearhold bench");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + ViewDatabase.SCHEMA);
            statement.execute(schema());
            statement.execute(
                    "INSERT INTO account SELECT n, true FROM generate_series(1, "
                            + ACCOUNTS
                            + ") n");
            return new PostgresSession(server, folder);
        } catch (SQLException e) {
            server.close();
            throw new IOException("PostgreSQL does not take the schema", e);
        }
    }

    private static String schema() throws IOException {
        try (InputStream file =
                PostgresMeasurement.class.getResourceAsStream("postgres-payment.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private final class PostgresSession implements Session {
        private final EmbeddedPostgres server;
        private final Path folder;
        private final PostgresClients clients;
        private int best;

        PostgresSession(EmbeddedPostgres server, Path folder) throws SQLException {
            this.server = server;
            this.folder = folder;
            this.clients =
                    new PostgresClients(
                            server.database(), CLIENTS[CLIENTS.length - 1], ACCOUNTS, payees);
        }

        @Override
        public Figures round(Duration duration) throws IOException, InterruptedException {
            if (best == 0) {
                return warmUp(duration);
            }
            return run(best, duration);
        }

        private Figures warmUp(Duration duration) throws IOException, InterruptedException {
            double most = 0;
            Figures last = run(CLIENTS[0], duration.dividedBy(4));
            for (int count : CLIENTS) {
                last = run(count, duration.dividedBy(4));
                double perSecond =
                        Objects.requireNonNull(last.values().get(PostgresClients.CALLS_PER_S));
                if (perSecond > most) {
                    most = perSecond;
                    best = count;
                }
            }
            return last;
        }

        private Figures run(int count, Duration duration) throws IOException, InterruptedException {
            try {
                return clients.run(count, duration);
            } catch (ExecutionException e) {
                throw new IOException("a client of PostgreSQL failed", e.getCause());
            }
        }

        @Override
        public List<String> commands() {
            return List.of(
                    "postgres -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c wal_level=minimal"
                            + " -c wal_compression=on -c max_wal_size=1GB -c shared_buffers="
                            + SHARED_BUFFERS_MB
                            + "MB, SELECT create_payment(…) as in postgres-payment.sql");
        }

        @Override
        public void close() throws IOException {
            try (Connection connection = server.database().connect("clearhold bench");
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM payment")) {
                rows.next();
                if (rows.getLong(1) != clients.answered()) {
                    throw new InvalidMeasurementException(
                            "PostgreSQL answered "
                                    + clients.answered()
                                    + " payments, its table holds "
                                    + rows.getLong(1));
                }
                clients.close();
            } catch (SQLException e) {
                throw new IOException("the payments in PostgreSQL cannot be counted", e);
            } finally {
                server.close();
                Workspace.delete(folder);
            }
        }
    }
}
