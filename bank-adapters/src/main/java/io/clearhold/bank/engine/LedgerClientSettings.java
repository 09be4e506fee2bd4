package io.clearhold.bank.engine;

/**
 * How long the ledger is waited for.
 *
 * @param firstRetryMs pause after the first refusal of a full ring; doubles with each further one
 * @param longestRetryMs where the doubling ends
 * @param replyTimeoutMs after which an answer is given up: the message may have happened
 */
public record LedgerClientSettings(long firstRetryMs, long longestRetryMs, long replyTimeoutMs) {
    public static final LedgerClientSettings DEFAULT = new LedgerClientSettings(1, 200, 30_000);

    public LedgerClientSettings {
        if (firstRetryMs < 1 || longestRetryMs < firstRetryMs || replyTimeoutMs < 1) {
            throw new IllegalArgumentException(
                    "firstRetryMs must be 1 or more and at most longestRetryMs,"
                            + " replyTimeoutMs 1 or more");
        }
    }
}
