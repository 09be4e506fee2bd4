package io.clearhold.core.port;

import io.clearhold.core.frame.Frame;

/** Reads durable frames by sequence. Confined to one thread. */
public interface JournalReader extends AutoCloseable {
    /**
     * Copies the frame at {@code sequence} into {@code frame}.
     *
     * @return false if the sequence is above the watermark or no longer kept
     */
    boolean read(long sequence, Frame frame);

    @Override
    void close();
}
