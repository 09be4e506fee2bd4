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
        long startTimeoutMs,
        long stopTimeoutMs,
        long logBytes) {
    /** A server of our own in this data folder. */
    public static PostgresSettings embeddedIn(Path dataFolder) {
        return new PostgresSettings("", "", "", dataFolder, 128, 120_000, 20_000, 10 << 20);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return jdbcUrl.isEmpty() ? "PostgreSQL in " + dataFolder : jdbcUrl + " as " + user;
    }
}
