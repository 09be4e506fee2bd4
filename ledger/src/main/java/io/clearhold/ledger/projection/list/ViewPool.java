package io.clearhold.ledger.projection.list;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.clearhold.ledger.projection.database.ViewDatabase;

/** The connections that lists read with: few, read-only, and limited in time. */
public final class ViewPool {
    /**
     * Limits of the pool.
     *
     * @param connections at most
     * @param waitMs for a free one, after which the view counts as away
     * @param statementMs that one list may take
     */
    public record Settings(int connections, long waitMs, long statementMs) {
        public static final Settings DEFAULTS = new Settings(8, 2_000, 5_000);
    }

    private ViewPool() {}

    /**
     * A pool that opens its connections when they are needed, whether the server is there or not.
     */
    public static HikariDataSource open(ViewDatabase database, Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("clearhold-view");
        config.setDataSource(database.dataSource("clearhold lists"));
        config.setReadOnly(true);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(settings.waitMs());
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("SET statement_timeout = " + settings.statementMs());
        return new HikariDataSource(config);
    }
}
