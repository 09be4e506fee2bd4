package io.clearhold.core.port;

/** A side effect that follows the journal. Safe for many threads. */
public interface Tailer {
    /** The name under which positions, metrics and readiness show it. */
    String name();

    /** The last sequence that it has dealt with durably. */
    long position();

    /**
     * Whether everything up to {@code sequence} is dealt with and nothing is under way, or it only
     * waits for something that is away.
     */
    boolean isIdle(long sequence);

    /** One sentence if it does not get on, else empty. */
    String trouble();

    /**
     * When, in logged time, it has something to do by itself; {@link Long#MAX_VALUE} if nothing
     * waits, or it cannot be done now. The sandbox's clock stops there on its way.
     */
    default long nextDueMs() {
        return Long.MAX_VALUE;
    }
}
