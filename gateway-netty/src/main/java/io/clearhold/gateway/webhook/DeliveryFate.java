package io.clearhold.gateway.webhook;

/**
 * How a delivery goes on after an attempt.
 *
 * @param state its name in the database
 * @param nextAttemptMs 0 at its end
 */
record DeliveryFate(String state, long nextAttemptMs) {
    static final DeliveryFate SUCCEEDED = new DeliveryFate("succeeded", 0);
    static final DeliveryFate FAILED = new DeliveryFate("failed", 0);

    /** What an attempt means for a delivery that failed {@code triesBefore} times before. */
    static DeliveryFate after(Attempt attempt, int triesBefore, long nowMs) {
        if (attempt.succeeded()) {
            return SUCCEEDED;
        }
        int tries = triesBefore + 1;
        return RetrySchedule.isOver(tries)
                ? FAILED
                : new DeliveryFate("pending", nowMs + RetrySchedule.waitMs(tries));
    }

    boolean isEnd() {
        return nextAttemptMs == 0;
    }
}
