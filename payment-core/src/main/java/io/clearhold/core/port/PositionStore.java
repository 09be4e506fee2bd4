package io.clearhold.core.port;

/** The durable position of one tailer: the last sequence that it has dealt with. */
public interface PositionStore {
    /** The stored position, 0 if there is none. */
    long load();

    /** Replaces the position; durable when it returns. */
    void store(long sequence);
}
