package io.clearhold.config.view;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.postgres.EmbeddedPostgres;
import io.clearhold.config.postgres.PostgresServer;
import io.clearhold.config.postgres.PostgresSettings;
import io.clearhold.config.postgres.PostgresStartException;
import io.clearhold.config.settings.DatabaseSettings;
import io.clearhold.core.port.ServerPart;
import io.clearhold.ledger.projection.database.ViewDatabase;
import io.clearhold.ledger.projection.database.ViewSource;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of the view: started beside the server's other parts, as often as it takes, and
 * looked after from then on. Safe for many threads.
 */
public final class PostgresPart implements ViewSource, ServerPart, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresPart.class);
    private static final String STARTING = "PostgreSQL is starting";

    /** From an interruption to the end of what it interrupts. */
    private static final long INTERRUPTION_MS = 2_000;

    private final DatabaseSettings settings;
    private final PostgresSettings server;
    private final boolean empty;
    private final PostgresWatch watch;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch reachable = new CountDownLatch(1);
    private final Thread thread;
    private volatile String startTrouble = STARTING;
    private volatile @Nullable PostgresServer running;
    private volatile @Nullable ViewDatabase database;

    private PostgresPart(DatabaseSettings settings, PostgresSettings server) {
        this.settings = settings;
        this.server = server;
        this.empty = EmbeddedPostgres.isEmpty(server);
        this.watch = new PostgresWatch(settings);
        this.thread = Thread.ofVirtual().name("clearhold-postgres").unstarted(this::run);
    }

    /** Begins to start it, and returns at once. */
    public static PostgresPart start(DatabaseSettings settings, PostgresSettings server) {
        PostgresPart part = new PostgresPart(settings, server);
        part.thread.start();
        return part;
    }

    /** The server that settings and data folder mean. */
    public static PostgresSettings server(DatabaseSettings settings, DataFolder folder) {
        DatabaseSettings.Embedded embedded = settings.embedded();
        return new PostgresSettings(
                settings.url(),
                settings.user(),
                settings.password(),
                folder.root(),
                embedded.sharedMemoryMb(),
                PostgresSettings.CONNECTIONS,
                embedded.startTimeoutMs(),
                embedded.stopTimeoutMs(),
                embedded.logBytes());
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String trouble() {
        return database == null ? startTrouble : watch.trouble();
    }

    /** Whether there is certainly no view yet that could be another journal's. */
    public boolean isEmpty() {
        return empty;
    }

    /** What it knows of the server. */
    public PostgresWatch watch() {
        return watch;
    }

    @Override
    public ViewDatabase database() throws SQLException {
        ViewDatabase known = database;
        if (known == null) {
            // 57P03: cannot connect now.
            throw new SQLException(startTrouble, "57P03");
        }
        return known;
    }

    /** Waits until there is an address to connect to. */
    void awaitAddress() throws InterruptedException {
        reachable.await();
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
        try {
            thread.join(INTERRUPTION_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        PostgresServer open = running;
        if (open != null) {
            open.close();
        }
    }

    private void run() {
        try {
            PostgresServer open = open();
            running = open;
            if (stop.getCount() == 0) {
                open.close();
                return;
            }
            database = open.database();
            reachable.countDown();
            watch.run(open.database(), stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PostgresServer open() throws InterruptedException {
        long waitMs = settings.projection().firstRetryMs();
        while (true) {
            try {
                return PostgresServer.open(server);
            } catch (PostgresStartException e) {
                if (stop.getCount() == 0) {
                    throw new InterruptedException("stopped while it started");
                }
                startTrouble = e.getMessage() + "; it is tried again, payments go on";
                LOG.warn("{}", startTrouble, e);
            }
            if (stop.await(waitMs, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("stopped before it started");
            }
            waitMs = Math.min(2 * waitMs, settings.projection().longestRetryMs());
        }
    }
}
