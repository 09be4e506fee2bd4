package io.clearhold.ledger.engine;

/**
 * Log time without the sandbox's offset: starts at the wall clock, or at the last frame's time if
 * that is later, and then follows the monotonic clock. Used by the writer alone.
 */
final class LogClock {
    private final long baseMs;
    private final long baseNanos;

    LogClock(long wallMs, long lastPlainTimeMs, long nanos) {
        baseMs = Math.max(wallMs, lastPlainTimeMs);
        baseNanos = nanos;
    }

    long plainMs(long nanos) {
        return baseMs + (nanos - baseNanos) / 1_000_000;
    }
}
