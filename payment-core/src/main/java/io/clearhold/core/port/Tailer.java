package io.clearhold.core.port;

/**
 * A side effect that follows the journal. Its name also stands for it in positions and metrics.
 * Safe for many threads.
 */
public interface Tailer extends ServerPart {
    /** The last sequence that it has dealt with durably. */
    long position();

    /**
     * Whether everything up to {@code sequence} is dealt with and nothing is under way, or it only
     * waits for something that is away.
     */
    boolean isIdle(long sequence);

    /**
     * When, in logged time, it has something to do by itself; {@link Long#MAX_VALUE} if nothing
     * waits, or it cannot be done now. The sandbox's clock stops there on its way.
     */
    default long nextDueMs() {
        return Long.MAX_VALUE;
    }
}
