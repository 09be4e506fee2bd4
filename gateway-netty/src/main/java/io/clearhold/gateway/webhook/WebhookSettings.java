package io.clearhold.gateway.webhook;

/**
 * The bounds of deliveries.
 *
 * @param sandbox whether plain http and loopback addresses are allowed
 * @param attemptsAtOnce attempts under way, over all endpoints
 * @param attemptsPerEndpoint attempts under way to one endpoint, so that a slow one holds itself up
 *     and nobody else
 * @param answerTimeoutMs wall time for an answer, its connection included
 * @param answerBytes of an answer that are read; the rest is not waited for
 * @param pageSize events that become deliveries in one transaction, give or take a frame's rest
 * @param retentionMs logged time for which a finished delivery is kept
 * @param retentionPieces rows that one transaction deletes or cancels
 * @param idleWaitMs between two looks for new events when nothing happens
 * @param firstRetryMs pause after the database or the view was away; doubles
 * @param longestRetryMs where that doubling ends
 * @param stopTimeoutMs for attempts under way when the server stops
 * @param listsAtOnce lists of deliveries that are read at a time
 */
public record WebhookSettings(
        boolean sandbox,
        int attemptsAtOnce,
        int attemptsPerEndpoint,
        long answerTimeoutMs,
        int answerBytes,
        int pageSize,
        long retentionMs,
        int retentionPieces,
        long idleWaitMs,
        long firstRetryMs,
        long longestRetryMs,
        long stopTimeoutMs,
        int listsAtOnce) {
    /** A sandbox. */
    public static final WebhookSettings DEFAULTS =
            new WebhookSettings(
                    true,
                    64,
                    8,
                    15_000,
                    64 * 1024,
                    100,
                    30L * 24 * 3600 * 1000,
                    1_000,
                    20,
                    100,
                    10_000,
                    2_000,
                    4);
}
