package io.clearhold.bank.dispatch;

/**
 * The bounds of bank dispatch; times are wall time.
 *
 * @param maxInFlight instructions that are worked on at once, whatever the bank
 * @param maxCallbacksInFlight callbacks that are taken at once; above it banks are answered 503
 * @param pageSize open instructions that the start asks for at once
 * @param pollMs how long the tail waits for new frames before it looks whether it should stop
 * @param positionStoreMs between two stores of the position
 * @param firstRetryMs pause after something failed first; doubles with each further failure
 * @param longestRetryMs where the doubling ends
 * @param callbackPatienceMs how long a callback waits for room in the ledger before it gets 503
 * @param closeTimeoutMs how long a close waits for what is under way
 * @param maxBankTextLength characters that are kept of a bank's reference or reason
 * @param maxChainHops frames that are read back from a refund to the collection it belongs to
 */
public record BankDispatchSettings(
        int maxInFlight,
        int maxCallbacksInFlight,
        int pageSize,
        long pollMs,
        long positionStoreMs,
        long firstRetryMs,
        long longestRetryMs,
        long callbackPatienceMs,
        long closeTimeoutMs,
        int maxBankTextLength,
        int maxChainHops) {
    public static final BankDispatchSettings DEFAULT =
            new BankDispatchSettings(64, 256, 256, 100, 1_000, 50, 5_000, 1_000, 5_000, 255, 256);

    /** GetOpenInstructions counts in 16 bits. */
    private static final int MAX_PAGE_SIZE = 65_534;

    public BankDispatchSettings {
        if (maxInFlight < 1 || maxCallbacksInFlight < 1) {
            throw new IllegalArgumentException(
                    "maxInFlight and maxCallbacksInFlight must be 1 or more");
        }
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("pageSize must be 1 to " + MAX_PAGE_SIZE);
        }
        if (firstRetryMs < 1 || longestRetryMs < firstRetryMs) {
            throw new IllegalArgumentException(
                    "firstRetryMs must be 1 or more and at most longestRetryMs");
        }
    }
}
