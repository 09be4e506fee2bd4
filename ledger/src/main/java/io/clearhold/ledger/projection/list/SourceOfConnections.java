package io.clearhold.ledger.projection.list;

import io.clearhold.ledger.projection.database.ViewSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connects to wherever the view is by then. Safe for many threads. */
final class SourceOfConnections implements DataSource {
    private final ViewSource source;
    private final int socketTimeoutSeconds;

    SourceOfConnections(ViewSource source, int socketTimeoutSeconds) {
        this.source = source;
        this.socketTimeoutSeconds = socketTimeoutSeconds;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return source.database()
                .dataSource("clearhold lists", socketTimeoutSeconds)
                .getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("lists have one user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // The driver logs through its own logger.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The database's own limit holds.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(SourceOfConnections.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException("nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
