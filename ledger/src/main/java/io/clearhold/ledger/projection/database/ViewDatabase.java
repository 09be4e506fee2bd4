package io.clearhold.ledger.projection.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the view is and who asks. Connections carry limits of time, so that a server that hangs is
 * one that is away.
 *
 * @param jdbcUrl of a PostgreSQL database
 */
public record ViewDatabase(String jdbcUrl, String user, String password) implements ViewSource {
    /** The schema of the view in that database. */
    public static final String SCHEMA = "clearhold_view";

    private static final int CONNECT_TIMEOUT_SECONDS = 5;

    /** A statement that takes longer than this has hung. */
    private static final int SOCKET_TIMEOUT_SECONDS = 120;

    @Override
    public ViewDatabase database() {
        return this;
    }

    /** A data source whose connections say who they are. */
    public PGSimpleDataSource dataSource(String applicationName) {
        return dataSource(applicationName, SOCKET_TIMEOUT_SECONDS);
    }

    /**
     * The same with a limit of its own.
     *
     * @param socketTimeoutSeconds after which a server that does not answer has hung
     */
    public PGSimpleDataSource dataSource(String applicationName, int socketTimeoutSeconds) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(applicationName);
        source.setCurrentSchema(SCHEMA);
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setLoginTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setSocketTimeout(socketTimeoutSeconds);
        source.setTcpKeepAlive(true);
        // The detail of an error quotes rows, and rows hold what people wrote.
        source.setLogServerErrorDetail(false);
        return source;
    }

    public Connection connect(String applicationName) throws SQLException {
        return dataSource(applicationName).getConnection();
    }

    /** The same with a limit of its own. */
    public Connection connect(String applicationName, int socketTimeoutSeconds)
            throws SQLException {
        return dataSource(applicationName, socketTimeoutSeconds).getConnection();
    }

    /** The same with limits of its own, for who wants to know whether it answers at all. */
    public Connection connect(
            String applicationName, int connectTimeoutSeconds, int socketTimeoutSeconds)
            throws SQLException {
        PGSimpleDataSource source = dataSource(applicationName, socketTimeoutSeconds);
        source.setConnectTimeout(connectTimeoutSeconds);
        source.setLoginTimeout(connectTimeoutSeconds);
        return source.getConnection();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
