package io.clearhold.ledger.journal;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import java.util.function.LongSupplier;

/**
 * Where the writer's frames go, recovered and ready to be appended to. One thread appends and
 * syncs; readers may be used by others. An exception out of {@link #append} or {@link #sync} means
 * that nobody knows what is on the disk: the caller stops, and a recovery looks.
 */
public interface Journal extends AutoCloseable {
    /** The sequence of the last frame that was appended. */
    long lastSequence();

    /** The highest sequence that a sync has covered. */
    long syncedSequence();

    /**
     * Appends a frame that was ended. Not durable before {@link #sync}.
     *
     * @param plainTimeMs log time without the sandbox's offset, which names the file
     */
    void append(Frame frame, long plainTimeMs);

    /** Returns when everything appended so far is on the disk; never tried again after it threw. */
    void sync();

    /** A reader for one thread; it returns nothing above what {@code watermark} says. */
    JournalReader openReader(LongSupplier watermark);

    /** Closes the files; what was not synced may be lost. */
    @Override
    void close();
}
