package io.clearhold.ledger.projection.list;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.clearhold.ledger.projection.database.ViewSource;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;

/**
 * The connections that lists read with: few, read-only, and limited in time. They are opened when
 * they are needed, whether the server is there or not. Safe for many threads.
 */
public final class ViewPool implements AutoCloseable {
    /** A connection that was idle is asked whether it still works; one that hangs does not. */
    private static final long VALIDATION_MS = 1_000;

    /** What the network may add to the server's own limit before the server counts as hung. */
    private static final long NETWORK_MS = 1_000;

    /**
     * Limits of the pool.
     *
     * @param connections at most
     * @param waitMs for a free one, after which the view counts as away
     * @param statementMs that one list may take
     */
    public record Settings(int connections, long waitMs, long statementMs) {
        /** The pool takes no shorter ones. */
        public static final long LEAST_WAIT_MS = 250;

        public static final Settings DEFAULTS = new Settings(8, 2_000, 5_000);
    }

    private final HikariDataSource pool;

    private ViewPool(HikariDataSource pool) {
        this.pool = pool;
    }

    public static ViewPool open(ViewSource source, Settings settings) {
        long socketMs = settings.statementMs() + NETWORK_MS;
        HikariConfig config = new HikariConfig();
        config.setPoolName("clearhold-view");
        config.setDataSource(
                new SourceOfConnections(
                        source, (int) TimeUnit.MILLISECONDS.toSeconds(socketMs + 999)));
        config.setReadOnly(true);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(settings.waitMs());
        config.setValidationTimeout(Math.min(VALIDATION_MS, settings.waitMs()));
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("SET statement_timeout = " + settings.statementMs());
        return new ViewPool(new HikariDataSource(config));
    }

    public DataSource connections() {
        return pool;
    }

    /** Connections that read a list just now. */
    public int active() {
        return count(HikariPoolMXBean::getActiveConnections);
    }

    /** Lists that wait for a connection. */
    public int waiting() {
        return count(HikariPoolMXBean::getThreadsAwaitingConnection);
    }

    @Override
    public void close() {
        pool.close();
    }

    private int count(ToIntFunction<HikariPoolMXBean> figure) {
        HikariPoolMXBean figures = pool.getHikariPoolMXBean();
        return figures == null ? 0 : figure.applyAsInt(figures);
    }
}
