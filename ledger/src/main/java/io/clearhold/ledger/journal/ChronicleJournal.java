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
    private final ChronicleErrors errors = new ChronicleErrors();
    private final @Nullable Preallocation preallocation;
    private @Nullable ExcerptAppender appender;
    private Path file;
    private @Nullable Object block;
    private boolean leftBlock;
    private int cycle;
    private long lastSequence;
    private long syncedSequence;

    ChronicleJournal(
            Path folder,
            SetTimeProvider time,
            SingleChronicleQueue queue,
            CycleIndex cycles,
            SyncedMark mark,
            long lastSequence,
            JournalSettings settings) {
        this.folder = folder;
        this.time = time;
        this.queue = queue;
        this.cycles = cycles;
        this.mark = mark;
        this.lastSequence = lastSequence;
        this.syncedSequence = lastSequence;
        this.cycle = cycles.lastCycle();
        this.file = folder.resolve(QueueFiles.fileName(Math.max(cycle, 0)));
        this.preallocation =
                settings.preallocationBytes() == 0
                        ? null
                        : new Preallocation(settings.preallocationBytes());
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
            errors.listen();
        }
        // A file once left is never written again, whatever the clock says.
        time.currentTimeMillis(Math.max(plainTimeMs, QueueFiles.startMs(cycle)));
        boolean rolls = queue.cycle() != cycle;
        if (rolls) {
            sync();
        }
        long end;
        try (DocumentContext context = target.writingDocument()) {
            Bytes<?> bytes = java.util.Objects.requireNonNull(context.wire()).bytes();
            bytes.write(frame.buffer().byteArray(), 0, frame.length());
            end = bytes.writePosition();
            noteBlock(bytes.bytesStore());
        }
        errors.check();
        lastSequence = frame.sequence();
        if (rolls) {
            beginFile(target.cycle());
        }
        if (preallocation != null) {
            preallocation.at(file, end);
        }
    }

    /** Chronicle Queue syncs only the block of the file that it maps now. */
    @SuppressWarnings("ReferenceEquality") // which mapping it is
    private void noteBlock(@Nullable Object mapped) {
        if (mapped != block) {
            leftBlock |= block != null;
            block = mapped;
        }
    }

    /**
     * The file before is complete, its end mark included; the new one is forced as a whole, and so
     * is its name.
     */
    private void beginFile(int newCycle) {
        if (cycle >= 0) {
            QueueFiles.force(file);
        }
        cycle = newCycle;
        cycles.add(cycle, lastSequence);
        file = folder.resolve(QueueFiles.fileName(cycle));
        QueueFiles.force(file);
        QueueFiles.force(folder);
    }

    /** Bytes of the disk that are taken for frames to come. */
    public long preallocatedBytes() {
        return preallocation == null ? 0 : preallocation.aheadBytes();
    }

    @Override
    public void sync() {
        if (appender != null && syncedSequence < lastSequence) {
            appender.sync();
            errors.check();
            if (leftBlock) {
                QueueFiles.force(file);
                leftBlock = false;
            }
            syncedSequence = lastSequence;
            mark.write(lastSequence);
        }
    }

    @Override
    public ChronicleReader openReader(java.util.function.LongSupplier watermark) {
        return new ChronicleReader(queue, cycles, watermark);
    }

    /** Its files that have frames, oldest first. */
    java.util.List<JournalPlace.Cycle> cycles() {
        return cycles.list();
    }

    /** Bytes in the journal's files, as the disk counts them; not those in the archive. */
    public long sizeInBytes() {
        long size = 0;
        for (Path file : QueueFiles.list(folder)) {
            try {
                size += Files.isSymbolicLink(file) ? 0 : Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return size;
    }

    @Override
    public void close() {
        if (preallocation != null) {
            preallocation.close();
        }
        if (appender != null) {
            appender.close();
        }
        queue.close();
        mark.close();
    }
}
