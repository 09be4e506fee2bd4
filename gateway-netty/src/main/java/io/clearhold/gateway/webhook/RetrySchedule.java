package io.clearhold.gateway.webhook;

/** When a failed attempt is followed by the next, in logged time. */
final class RetrySchedule {
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long[] WAITS_MS = {
        5 * SECOND_MS,
        5 * MINUTE_MS,
        30 * MINUTE_MS,
        2 * HOUR_MS,
        5 * HOUR_MS,
        10 * HOUR_MS,
        14 * HOUR_MS,
        20 * HOUR_MS,
        24 * HOUR_MS
    };

    /** The first attempt and one after each wait. */
    static final int TRIES = WAITS_MS.length + 1;

    private RetrySchedule() {}

    /** Whether a delivery that failed so often is given up. */
    static boolean isOver(int tries) {
        return tries >= TRIES;
    }

    /** The wait after this many failed tries. */
    static long waitMs(int tries) {
        return WAITS_MS[tries - 1];
    }
}
