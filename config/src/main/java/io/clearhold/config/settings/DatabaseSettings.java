package io.clearhold.config.settings;

import io.clearhold.ledger.projection.ProjectionSettings;
import io.clearhold.ledger.projection.list.ViewPool;

/**
 * The view: where its PostgreSQL is, and the limits of what fills and reads it.
 *
 * @param enabled whether there is a view at all
 * @param url of a database that is there already; empty to run one in the data folder
 * @param lists limits of what reads
 * @param projection limits of what fills
 * @param startWaitMs how long the start waits to hear whether the view is one of this journal
 * @param firstStartWaitMs the same in a data folder that has no view yet, which takes longer
 * @param checkIntervalMs between two looks whether PostgreSQL answers
 * @param checkTimeoutMs after which a PostgreSQL that does not answer is away
 * @param sizeIntervalMs between two looks at the sizes of tables
 * @param embedded limits of the server that runs in the data folder
 */
public record DatabaseSettings(
        boolean enabled,
        String url,
        String user,
        String password,
        ViewPool.Settings lists,
        ProjectionSettings projection,
        long startWaitMs,
        long firstStartWaitMs,
        long checkIntervalMs,
        long checkTimeoutMs,
        long sizeIntervalMs,
        Embedded embedded) {
    private static final String SCHEME = "jdbc:postgresql:";
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int MOST_ROWS = 1_000_000;

    /**
     * Limits of the server that runs in the data folder.
     *
     * @param sharedMemoryMb that its processes share
     * @param startTimeoutMs how long it may take to start, recovery from a crash included
     * @param stopTimeoutMs how long a stop waits for it in order
     * @param logBytes after which its log is put aside
     */
    public record Embedded(
            int sharedMemoryMb, long startTimeoutMs, long stopTimeoutMs, long logBytes) {}

    static DatabaseSettings read(SettingsReader reader) {
        String url = reader.text("database.url");
        if (!url.isEmpty() && !url.startsWith(SCHEME)) {
            throw new SettingsException(
                    "\"database.url\" must be empty or an address such as"
                            + " jdbc:postgresql://127.0.0.1:5432/clearhold, with user and password"
                            + " in settings of their own");
        }
        return new DatabaseSettings(
                reader.flag("database.enabled"),
                url,
                reader.text("database.user"),
                reader.text("database.password"),
                new ViewPool.Settings(
                        reader.integer("database.connections", 1, MOST_CONNECTIONS),
                        reader.durationMs(
                                "database.connection-wait", ViewPool.Settings.LEAST_WAIT_MS),
                        reader.durationMs("database.list-timeout", 1)),
                projection(reader),
                reader.durationMs("database.start-wait", 0),
                reader.durationMs("database.first-start-wait", 0),
                reader.durationMs("database.check-interval", 1),
                reader.durationMs("database.check-timeout", 1),
                reader.durationMs("database.size-interval", 1),
                new Embedded(
                        (int) (reader.bytes("database.shared-memory", 1 << 20, 1L << 40) >> 20),
                        reader.durationMs("database.start-timeout", 1),
                        reader.durationMs("database.stop-timeout", 1),
                        reader.bytes("database.log-size", 1_024, Long.MAX_VALUE)));
    }

    private static ProjectionSettings projection(SettingsReader reader) {
        long firstRetryMs = reader.durationMs("database.first-retry", 1);
        return new ProjectionSettings(
                reader.integer("database.batch-frames", 1, MOST_ROWS),
                reader.integer("database.batch-rows", 1, MOST_ROWS),
                reader.durationMs("database.linger", 0),
                firstRetryMs,
                reader.durationMs("database.longest-retry", firstRetryMs),
                reader.integer("database.frame-patience", 1, Integer.MAX_VALUE),
                reader.durationMs("database.write-timeout", 1));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url.isEmpty() ? "the embedded PostgreSQL" : url + " as " + user;
    }
}
