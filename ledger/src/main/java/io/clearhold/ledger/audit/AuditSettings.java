package io.clearhold.ledger.audit;

/**
 * Bounds of the proof.
 *
 * @param pollMs how long the tail waits for a new frame before it looks around
 * @param storeIntervalMs between two times that the tree is forced to the disk
 * @param headIntervalMs between two heads that are kept, while something happens
 * @param waitMs how long a request waits until the tree is where the ledger is
 * @param retryMs wait after a failure
 * @param stopTimeoutMs how long a stop waits for a last head
 */
public record AuditSettings(
        long pollMs,
        long storeIntervalMs,
        long headIntervalMs,
        long waitMs,
        long retryMs,
        long stopTimeoutMs) {
    public static final AuditSettings DEFAULT =
            new AuditSettings(100, 10_000, 60_000, 5_000, 1_000, 2_000);
}
