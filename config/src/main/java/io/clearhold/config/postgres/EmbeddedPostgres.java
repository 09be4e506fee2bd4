package io.clearhold.config.postgres;

import io.clearhold.ledger.projection.database.ViewDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the data folder: unpacked and initialised once, durable, reachable on
 * the loopback address with a generated password. It is a child of this process, in a session of
 * its own so that a Ctrl-C meant for us does not end it before us. It outlives a kill of ours: the
 * next start stops what was left and starts anew, so there are never two servers on one folder. A
 * server that ends by itself is started again on its port. Safe for many threads.
 */
public final class EmbeddedPostgres implements PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "clearhold";
    private static final String DATABASE = "clearhold";
    private static final long INITIALISE_TIMEOUT_MS = 120_000;
    private static final long LOOK_AGAIN_MS = 50;

    /**
     * Between the end of a server that nobody stopped and its next start; doubles up to the last.
     */
    private static final long FIRST_RESTART_MS = 500;

    private static final long LONGEST_RESTART_MS = 30_000;

    private final PostgresSettings settings;
    private final PostgresFolder folder;
    private final BoundedLog log;
    private @Nullable FileChannel lock;
    private @Nullable PostgresProcess process;
    private @Nullable ViewDatabase database;
    private int knownPort;

    public EmbeddedPostgres(PostgresSettings settings) {
        this.settings = settings;
        this.folder =
                new PostgresFolder(
                        settings.dataFolder().toAbsolutePath().normalize().resolve("postgres"));
        this.log =
                new BoundedLog(
                        settings.dataFolder().resolve("logs").resolve("postgres.log"),
                        settings.logBytes());
    }

    /** Whether these settings mean a server of our own that has no files yet. */
    public static boolean isEmpty(PostgresSettings settings) {
        Path data = settings.dataFolder().resolve("postgres").resolve("data");
        return settings.jdbcUrl().isEmpty() && !Files.exists(data);
    }

    /**
     * Starts the server and returns when it answers.
     *
     * @throws PostgresStartException if it does not, in one sentence
     */
    public synchronized void start() {
        if (process != null) {
            return;
        }
        try {
            folder.create();
            lock = folder.lock();
            PostgresBinaries binaries = PostgresBinaries.in(folder.path());
            String password = folder.password();
            Unprivileged unprivileged = Unprivileged.forFolder(folder.path());
            stopLeftBehind(binaries, unprivileged);
            initialise(binaries, unprivileged);
            launch(binaries, unprivileged, password);
        } catch (IOException e) {
            close();
            throw new PostgresStartException("PostgreSQL does not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new PostgresStartException("the start of PostgreSQL was interrupted", e);
        } catch (PostgresStartException e) {
            close();
            throw e;
        }
    }

    /** Where the view is to be; after {@link #start}. */
    @Override
    public synchronized ViewDatabase database() {
        if (database == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return database;
    }

    /** Fast shutdown, bounded in time; may be started again. */
    @Override
    public synchronized void close() {
        PostgresProcess running = process;
        process = null;
        try {
            if (running != null) {
                running.stop(settings.stopTimeoutMs());
            }
            if (lock != null) {
                lock.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("cannot release the lock of {}: {}", folder.path(), e.getMessage());
        }
        lock = null;
    }

    /**
     * For tests: what a kill of this process leaves, a server that runs and a lock that is free.
     */
    synchronized void abandon() throws IOException {
        if (lock != null) {
            lock.close();
        }
        process = null;
        lock = null;
    }

    private void stopLeftBehind(PostgresBinaries binaries, Unprivileged unprivileged)
            throws IOException, InterruptedException {
        Optional<PostgresProcess> left =
                PostgresProcess.leftBehind(folder.data(), binaries, unprivileged);
        if (left.isPresent()) {
            LOG.info("a PostgreSQL of an earlier run is still there and is stopped first");
            left.get().stop(settings.stopTimeoutMs());
        }
    }

    /**
     * Makes the database's files beside their place and renames them, so that a kill leaves none.
     */
    private void initialise(PostgresBinaries binaries, Unprivileged unprivileged)
            throws IOException, InterruptedException {
        Path version = folder.data().resolve("PG_VERSION");
        if (Files.exists(version)) {
            String written = Files.readString(version).strip();
            if (!PostgresBinaries.VERSION.startsWith(written + ".")) {
                throw new PostgresStartException(
                        "the view in "
                                + folder.data()
                                + " was written by PostgreSQL "
                                + written
                                + ", this is "
                                + PostgresBinaries.VERSION
                                + ": remove that folder, and the view is filled again from the journal");
            }
            return;
        }
        PostgresBinaries.deleteTree(folder.newData());
        ProgramRun run =
                ProgramRun.of(
                        unprivileged.command(
                                binaries.program("initdb"),
                                "--pgdata=" + folder.newData(),
                                "--username=" + USER,
                                "--pwfile=" + folder.passwordFile(),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--no-locale",
                                "--data-checksums"),
                        INITIALISE_TIMEOUT_MS);
        if (!run.isOk()) {
            throw new PostgresStartException("PostgreSQL cannot make its files: " + run.lastLine());
        }
        Files.move(folder.newData(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch(PostgresBinaries binaries, Unprivileged unprivileged, String password)
            throws IOException, InterruptedException {
        // Whoever asked for the database before still knows this port.
        int port = knownPort == 0 ? folder.port() : knownPort;
        ProcessBuilder builder =
                new ProcessBuilder(command(unprivileged, binaries.program("postgres"), port))
                        .directory(folder.path().toFile())
                        .redirectErrorStream(true);
        ProgramRun.plain(builder.environment());
        Process child = builder.start();
        child.getOutputStream().close();
        log.follow(child.getInputStream());
        PostgresProcess started = new PostgresProcess(child.toHandle(), binaries, unprivileged);
        process = started;
        String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        awaitAnswer(child, new ViewDatabase(server + "postgres", USER, password));
        database = new ViewDatabase(server + DATABASE, USER, password);
        knownPort = port;
        Thread.ofVirtual()
                .name("clearhold-postgres-watch")
                .start(() -> restartWhenEnded(child, started));
        LOG.info("PostgreSQL {} answers on 127.0.0.1:{}", PostgresBinaries.VERSION, port);
    }

    /** Starts again what ends by itself, as often as it takes; what was stopped stays so. */
    private void restartWhenEnded(Process child, PostgresProcess ended) {
        try {
            child.waitFor();
            long waitMs = FIRST_RESTART_MS;
            while (isStill(ended)) {
                LOG.warn(
                        "PostgreSQL has ended by itself ({}), it is started again in {} ms",
                        log.lastError(),
                        waitMs);
                TimeUnit.MILLISECONDS.sleep(waitMs);
                startInsteadOf(ended);
                waitMs = Math.min(2 * waitMs, LONGEST_RESTART_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isStill(PostgresProcess ended) {
        return process == ended;
    }

    private synchronized void startInsteadOf(PostgresProcess ended) {
        if (process != ended) {
            return;
        }
        close();
        try {
            start();
        } catch (PostgresStartException e) {
            LOG.warn("{}", e.getMessage());
            process = ended;
        }
    }

    private List<String> command(Unprivileged unprivileged, String program, int port) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(
                unprivileged.command(
                        program, "-D", folder.data().toString(), "-p", Integer.toString(port)));
        for (String setting :
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "max_connections=" + settings.connections(),
                        "shared_buffers=" + settings.sharedBuffersMb() + "MB",
                        "work_mem=8MB",
                        "maintenance_work_mem=64MB",
                        "temp_buffers=32MB",
                        "max_wal_size=1GB",
                        "checkpoint_timeout=10min",
                        "wal_level=minimal",
                        "max_wal_senders=0",
                        "wal_compression=on",
                        "huge_pages=off",
                        "jit=off",
                        "max_parallel_workers_per_gather=0",
                        "autovacuum_naptime=15s",
                        "log_checkpoints=off",
                        // Details and statements quote rows, and rows hold what people wrote.
                        "log_error_verbosity=terse",
                        "log_min_error_statement=panic",
                        "log_timezone=UTC",
                        "timezone=UTC")) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    private void awaitAnswer(Process child, ViewDatabase server) throws InterruptedException {
        long deadline =
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.startTimeoutMs());
        String last = "";
        while (child.isAlive() && System.nanoTime() < deadline) {
            try (Connection connection = server.connect("clearhold start")) {
                createDatabase(connection);
                return;
            } catch (SQLException e) {
                last = String.valueOf(e.getMessage());
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
            }
        }
        String why = log.lastError().isEmpty() ? last : log.lastError();
        throw new PostgresStartException(
                child.isAlive()
                        ? "PostgreSQL did not answer within "
                                + settings.startTimeoutMs()
                                + " ms: "
                                + why
                        : "PostgreSQL ended while it started: " + why);
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                there = rows.next();
            }
            if (!there) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }
}
