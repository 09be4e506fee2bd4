package io.clearhold.ledger.projection;

/**
 * Limits of the projection.
 *
 * @param batchFrames frames that one transaction covers at most
 * @param batchRows rows after which a transaction takes no further frame
 * @param lingerMs how long a batch waits for more when the journal has no more, so that a slow
 *     stream of frames is not one transaction each
 * @param firstRetryMs wait after the first failure; it doubles with each further one
 * @param longestRetryMs wait after many failures
 * @param framePatience attempts after which a frame that cannot be projected is named
 * @param writeTimeoutMs after which a database that does not answer a write counts as away
 */
public record ProjectionSettings(
        int batchFrames,
        int batchRows,
        long lingerMs,
        long firstRetryMs,
        long longestRetryMs,
        int framePatience,
        long writeTimeoutMs) {
    public static final ProjectionSettings DEFAULTS =
            new ProjectionSettings(20_000, 50_000, 20, 100, 10_000, 10, 30_000);

    public ProjectionSettings {
        if (batchFrames < 1
                || batchRows < 1
                || lingerMs < 0
                || firstRetryMs < 1
                || longestRetryMs < firstRetryMs
                || framePatience < 1
                || writeTimeoutMs < 1) {
            throw new IllegalArgumentException("projection limits must be positive");
        }
    }
}
