package io.clearhold.ledger.journal;

import io.clearhold.core.frame.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.core.time.SetTimeProvider;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;

/**
 * The journal: frames in a Chronicle Queue, one excerpt each. {@link JournalRecovery} opens it;
 * then one thread appends and syncs, and any number of {@link ChronicleReader}s follow.
 */
public final class ChronicleJournal implements Journal {
    private final Path folder;
    private final SetTimeProvider time;
    private final SingleChronicleQueue queue;
    private final CycleIndex cycles;
    private final SyncedMark mark;
    private @Nullable ExcerptAppender appender;
    private int cycle;
    private long lastSequence;
    private long syncedSequence;

    ChronicleJournal(
            Path folder,
            SetTimeProvider time,
            SingleChronicleQueue queue,
            CycleIndex cycles,
            SyncedMark mark,
            long lastSequence) {
        this.folder = folder;
        this.time = time;
        this.queue = queue;
        this.cycles = cycles;
        this.mark = mark;
        this.lastSequence = lastSequence;
        this.syncedSequence = lastSequence;
        this.cycle = cycles.lastCycle();
    }

    @Override
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public long syncedSequence() {
        return syncedSequence;
    }

    public Path folder() {
        return folder;
    }

    /** {@inheritDoc} Always called from the same thread. */
    @Override
    public void append(Frame frame, long plainTimeMs) {
        ExcerptAppender target = appender;
        if (target == null) {
            target = queue.createAppender();
            appender = target;
        }
        // A file once left is never written again, whatever the clock says.
        time.currentTimeMillis(Math.max(plainTimeMs, QueueFiles.startMs(cycle)));
        boolean rolls = queue.cycle() != cycle;
        if (rolls) {
            sync();
        }
        try (DocumentContext context = target.writingDocument()) {
            Bytes<?> bytes = java.util.Objects.requireNonNull(context.wire()).bytes();
            bytes.write(frame.buffer().byteArray(), 0, frame.length());
        }
        lastSequence = frame.sequence();
        if (rolls) {
            cycle = target.cycle();
            cycles.add(cycle, lastSequence);
            QueueFiles.force(folder);
        }
    }

    @Override
    public void sync() {
        if (appender != null && syncedSequence < lastSequence) {
            appender.sync();
            syncedSequence = lastSequence;
            mark.write(lastSequence);
        }
    }

    @Override
    public ChronicleReader openReader(java.util.function.LongSupplier watermark) {
        return new ChronicleReader(queue, cycles, watermark);
    }

    /** Bytes in the journal's files, as the disk counts them. */
    public long sizeInBytes() {
        long size = 0;
        for (Path file : QueueFiles.list(folder)) {
            try {
                size += Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return size;
    }

    @Override
    public void close() {
        if (appender != null) {
            appender.close();
        }
        queue.close();
        mark.close();
    }
}
