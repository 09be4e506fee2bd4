package io.clearhold.gateway.webhook;

import java.util.List;

/**
 * A delivery as its endpoint's owner sees it.
 *
 * @param status pending, succeeded, failed or canceled
 * @param nextAttemptMs logged time, 0 if none is planned or an earlier event of the object comes
 *     first
 * @param attempts oldest first
 */
public record DeliveryRow(
        DeliveryKey key,
        String type,
        String status,
        long createdAtMs,
        long nextAttemptMs,
        List<AttemptRow> attempts) {
    public DeliveryRow {
        attempts = List.copyOf(attempts);
    }

    /**
     * One attempt.
     *
     * @param status of the answer, 0 if there was none
     * @param error why there was none
     */
    public record AttemptRow(int number, long atMs, int status, long durationMs, String error) {}

    /** The same with its attempts. */
    DeliveryRow with(List<AttemptRow> rows) {
        return new DeliveryRow(key, type, status, createdAtMs, nextAttemptMs, rows);
    }
}
