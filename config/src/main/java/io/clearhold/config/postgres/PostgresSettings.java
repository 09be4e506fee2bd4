package io.clearhold.config.postgres;

import java.nio.file.Path;

/**
 * Where the view's database is.
 *
 * @param jdbcUrl of a database that is there already; empty to run one in the data folder
 * @param user of that database
 * @param password of that user
 * @param dataFolder the server's data folder
 * @param sharedBuffersMb memory that the server of our own shares among its processes
 * @param connections that it takes at most
 * @param startTimeoutMs how long it may take to start, recovery from a crash included
 * @param stopTimeoutMs how long a stop waits for it in order, before it is ended without
 * @param logBytes after which its log is put aside; one older log is kept
 */
public record PostgresSettings(
        String jdbcUrl,
        String user,
        String password,
        Path dataFolder,
        int sharedBuffersMb,
        int connections,
        long startTimeoutMs,
        long stopTimeoutMs,
        long logBytes) {
    /** Enough for the view, its lists and webhooks, with some to spare for people. */
    public static final int CONNECTIONS = 40;

    /** A server of our own in this data folder. */
    public static PostgresSettings embeddedIn(Path dataFolder) {
        return new PostgresSettings(
                "", "", "", dataFolder, 128, CONNECTIONS, 120_000, 20_000, 10 << 20);
    }

    /** The same, larger. */
    public PostgresSettings sized(int newSharedBuffersMb, int newConnections) {
        return new PostgresSettings(
                jdbcUrl,
                user,
                password,
                dataFolder,
                newSharedBuffersMb,
                newConnections,
                startTimeoutMs,
                stopTimeoutMs,
                logBytes);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return jdbcUrl.isEmpty() ? "PostgreSQL in " + dataFolder : jdbcUrl + " as " + user;
    }
}
