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
}
