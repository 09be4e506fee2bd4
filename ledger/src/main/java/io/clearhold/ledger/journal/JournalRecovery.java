package io.clearhold.ledger.journal;

import io.clearhold.core.frame.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.openhft.chronicle.core.time.SetTimeProvider;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueStore;
import net.openhft.chronicle.wire.DocumentContext;
import net.openhft.chronicle.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Opens a journal: reads every frame, checks it, hands it on, and forces what it read to the disk
 * before anybody acts on it. Damage above the highest sequence that is known to have been synced is
 * what a crash leaves: it is set aside and reported. Damage at or below it means that acknowledged
 * frames are lost: the start is refused.
 */
public final class JournalRecovery {
    private static final String DAMAGED_FOLDER = "damaged";
    private static final String METADATA = "metadata.cq4t";
    private static final String MARK = "synced.mark";

    private final Path folder;
    private final JournalSettings settings;
    private final List<String> cut = new ArrayList<>();

    /** Of a journal that is not preallocated further. */
    public JournalRecovery(Path folder) {
        this(folder, JournalSettings.WITHOUT_PREALLOCATION);
    }

    public JournalRecovery(Path folder, JournalSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** The journal, ready to be appended to, and what was found. */
    public record Recovered(ChronicleJournal journal, RecoveryReport report) {}

    /**
     * What a look at a journal found.
     *
     * @param frames that were read and handed on
     * @param lastSequence of the last one
     * @param syncedSequence the highest that is known to have been synced
     * @param damage where reading stopped and why; empty when all is whole
     */
    public record Inspection(
            long frames, long lastSequence, long syncedSequence, Optional<String> damage) {}

    /** Where reading stopped. */
    private record Damage(int cycle, long sequence, String what) {}

    /**
     * One pass over the files.
     *
     * @param end offset in the last file where the last good frame ends
     */
    private record Scan(
            CycleIndex cycles,
            long lastSequence,
            int checksum,
            long highestMark,
            long end,
            @Nullable Damage damage) {}

    /**
     * Recovers a journal that no other process has open.
     *
     * @param witnessed the highest sequence that anything else has seen as durable: positions of
     *     tailers
     * @param apply gets each frame in order, once
     */
    public Recovered open(long witnessed, Consumer<Frame> apply) {
        return open(witnessed, JournalPlace.START, apply);
    }

    /**
     * The same, but for what is up to a place: a snapshot knows it already. What is before the
     * place is neither read nor checked.
     *
     * @throws OtherJournalException if the frame of the place is another one here
     */
    public Recovered open(long witnessed, JournalPlace from, Consumer<Frame> apply) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                QueueFiles.force(
                        java.util.Objects.requireNonNull(folder.toAbsolutePath().getParent()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        SyncedMark mark = new SyncedMark(folder.resolve(MARK));
        SetTimeProvider time = new SetTimeProvider();
        Scan scan = scan(() -> QueueFiles.open(folder, time), from, Long.MAX_VALUE, apply);
        long highestMark = Math.max(witnessed, Math.max(mark.read(), scan.highestMark()));
        highestMark = Math.max(highestMark, from.sequence());
        Damage damage = scan.damage();
        if (scan.lastSequence() < highestMark) {
            String where = damage == null ? "the journal ends" : damage.what();
            throw new JournalDamagedException(
                    where
                            + " after sequence "
                            + scan.lastSequence()
                            + " in "
                            + lastFile(scan)
                            + " at offset "
                            + scan.end()
                            + ", but sequence "
                            + highestMark
                            + " was acknowledged: restore the journal from a backup or replica; nothing was changed");
        }
        if (damage != null) {
            cutAway(scan, damage);
        }
        for (Path file : QueueFiles.list(folder)) {
            // What is in the archive was forced before it got there.
            if (!Files.isSymbolicLink(file)) {
                QueueFiles.force(file);
            }
        }
        QueueFiles.force(folder);
        mark.write(scan.lastSequence());
        SingleChronicleQueue queue = QueueFiles.open(folder, time);
        ChronicleJournal journal =
                new ChronicleJournal(
                        folder, time, queue, scan.cycles(), mark, scan.lastSequence(), settings);
        return new Recovered(
                journal, new RecoveryReport(scan.lastSequence(), scan.lastSequence(), cut));
    }

    /** What the last sync is known to have covered, whoever made it; 0 if nothing says. */
    public long syncedSequence() {
        return SyncedMark.peek(folder.resolve(MARK));
    }

    /**
     * Reads a journal and changes nothing, so that it may be looked at before anybody decides what
     * to do about damage. A journal that another process writes can be read too: frames up to the
     * synced sequence are whole, what is above it may still vanish.
     *
     * @param apply gets each intact frame in order, once
     */
    public Inspection inspect(Consumer<Frame> apply) {
        if (!Files.isDirectory(folder)) {
            return new Inspection(0, 0, 0, Optional.empty());
        }
        long mark = SyncedMark.peek(folder.resolve(MARK));
        Scan scan =
                scan(
                        () -> QueueFiles.openReadOnly(folder),
                        JournalPlace.START,
                        Long.MAX_VALUE,
                        apply);
        long highestMark = Math.max(mark, scan.highestMark());
        Damage damage = scan.damage();
        String found = "";
        if (damage != null) {
            found =
                    damage.what()
                            + " after sequence "
                            + scan.lastSequence()
                            + " in "
                            + folder.resolve(QueueFiles.fileName(Math.max(damage.cycle(), 0)));
        } else if (scan.lastSequence() < highestMark) {
            found =
                    "the journal ends after sequence "
                            + scan.lastSequence()
                            + " in "
                            + lastFile(scan)
                            + " at offset "
                            + scan.end()
                            + ", but sequence "
                            + highestMark
                            + " was acknowledged";
        }
        return new Inspection(
                scan.lastSequence(),
                scan.lastSequence(),
                highestMark,
                found.isEmpty() ? Optional.empty() : Optional.of(found));
    }

    /**
     * Reads on behind a place, also while another process writes, and changes nothing.
     *
     * @param through the last sequence that is wanted; what a sync has covered is always there
     * @return the place of that frame
     * @throws JournalDamagedException if the journal ends before
     */
    public JournalPlace follow(JournalPlace from, long through, Consumer<Frame> apply) {
        Scan scan = scan(() -> QueueFiles.openReadOnly(folder), from, through, apply);
        if (scan.lastSequence() != through) {
            throw new JournalDamagedException(
                    "the journal cannot be read beyond sequence "
                            + scan.lastSequence()
                            + ", but "
                            + through
                            + " was asked for");
        }
        return new JournalPlace(through, scan.checksum(), scan.cycles().list());
    }

    /**
     * Reads frames until the end or the first that is not right; after that it only looks for
     * marks.
     */
    private Scan scan(
            Supplier<SingleChronicleQueue> files,
            JournalPlace from,
            long through,
            Consumer<Frame> apply) {
        CycleIndex cycles = from.index();
        JournalArchive.requireReachable(folder);
        if (QueueFiles.list(folder).isEmpty()) {
            return new Scan(new CycleIndex(), 0, 0, 0, 0, null);
        }
        Frame frame = new Frame();
        long sequence = Math.max(0, from.sequence() - 1);
        int checksum = 0;
        long highestMark = 0;
        long lastPosition = 0;
        long end = 0;
        Damage damage = null;
        FrameVersions versions = new FrameVersions(folder);
        try (SingleChronicleQueue queue = files.get();
                ExcerptTailer tailer = queue.createTailer()) {
            moveTo(from, cycles, tailer);
            while (sequence < through) {
                long position;
                int length;
                try (DocumentContext context = tailer.readingDocument()) {
                    Wire wire = context.wire();
                    position = wire == null ? 0 : wire.bytes().readPosition();
                    length = ChronicleReader.copy(context, frame);
                }
                if (length < 0) {
                    break;
                }
                boolean intact = frame.load(length);
                if (intact) {
                    highestMark = Math.max(highestMark, frame.syncedSequence());
                    versions.checkEvents(frame);
                } else {
                    versions.checkFormat(frame, sequence + 1);
                }
                if (damage == null && (!intact || frame.sequence() != sequence + 1)) {
                    String what =
                            intact
                                    ? "sequence "
                                            + frame.sequence()
                                            + " stands where "
                                            + (sequence + 1)
                                            + " belongs"
                                    : "a damaged frame stands";
                    damage = new Damage(tailer.cycle(), sequence + 1, what);
                }
                if (damage == null) {
                    sequence = frame.sequence();
                    lastPosition = position;
                    end = position + length;
                    if (tailer.cycle() != cycles.lastCycle()) {
                        cycles.add(tailer.cycle(), sequence);
                    }
                    checksum = JournalPlace.checksumOf(frame);
                    if (sequence > from.sequence()) {
                        hand(frame, apply);
                    } else {
                        requireSame(from, checksum);
                    }
                }
            }
            if (damage == null && sequence < through) {
                damage = missingTail(queue, cycles, sequence, lastPosition);
            }
        } catch (NotAppliedException e) {
            throw e.cause;
        } catch (JournalTooNewException | OtherJournalException e) {
            throw e;
        } catch (RuntimeException e) {
            // What Chronicle Queue and its mapped bytes throw over broken headers.
            if (damage == null) {
                damage =
                        new Damage(
                                cycles.lastCycle(),
                                sequence + 1,
                                "the file cannot be read (" + e.getMessage() + ")");
            }
        }
        return new Scan(cycles, sequence, checksum, highestMark, end, damage);
    }

    private static void moveTo(JournalPlace from, CycleIndex cycles, ExcerptTailer tailer) {
        if (from.sequence() > 0) {
            long index =
                    QueueFiles.ROLL_CYCLE.toIndex(
                            cycles.cycle(from.sequence()), cycles.offsetInCycle(from.sequence()));
            if (!tailer.moveToIndex(index)) {
                throw new OtherJournalException(
                        "sequence " + from.sequence() + " is not where it was");
            }
        }
    }

    private static void requireSame(JournalPlace from, int checksum) {
        if (checksum != from.checksum()) {
            throw new OtherJournalException(
                    "sequence " + from.sequence() + " is another frame in this journal");
        }
    }

    /** A frame that is read but cannot be applied is a bug of the program, never damage to cut. */
    private static void hand(Frame frame, Consumer<Frame> apply) {
        try {
            apply.accept(frame);
        } catch (RuntimeException e) {
            throw new NotAppliedException(e);
        }
    }

    private static final class NotAppliedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException cause;

        NotAppliedException(RuntimeException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /**
     * After a power cut a file may lack its last frames and still say, in its own header, where
     * they ended; or a file may have been begun and have no frame yet. Appending there would leave
     * a gap that no reader passes.
     */
    private static @Nullable Damage missingTail(
            SingleChronicleQueue queue, CycleIndex cycles, long sequence, long lastPosition) {
        int cycle = queue.lastCycle();
        if (cycle > cycles.lastCycle()) {
            return new Damage(cycle, sequence + 1, "a file without a frame stands");
        }
        SingleChronicleQueueStore store = queue.storeForCycle(cycle, queue.epoch(), false, null);
        if (store == null) {
            return new Damage(cycle, sequence + 1, "the file is away");
        }
        try {
            boolean missing = store.writePosition() > lastPosition;
            return missing
                    ? new Damage(
                            cycle, sequence + 1, "the file counts frames that it does not hold")
                    : null;
        } finally {
            store.close();
        }
    }

    /**
     * Sets the damaged file and all later ones aside, and writes the good frames of the damaged one
     * anew.
     */
    private void cutAway(Scan check, Damage damage) {
        Path aside = folder.resolve(DAMAGED_FOLDER);
        Path rebuilt = folder.resolve("rebuilding");
        try {
            Files.createDirectories(aside);
            deleteFolder(rebuilt);
            int cycle = Math.max(damage.cycle(), 0);
            SetTimeProvider time = new SetTimeProvider();
            time.currentTimeMillis(QueueFiles.startMs(cycle));
            copyGoodFrames(rebuilt, cycle, check.lastSequence(), time);
            String damagedName = QueueFiles.fileName(cycle);
            for (Path file : QueueFiles.list(folder)) {
                String name = file.getFileName().toString();
                if (name.compareTo(damagedName) >= 0) {
                    Path target = free(aside, name);
                    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                    cut.add(
                            damage.what()
                                    + " after sequence "
                                    + check.lastSequence()
                                    + ", above everything that was acknowledged; "
                                    + name
                                    + " was set aside as "
                                    + target);
                }
            }
            Files.deleteIfExists(folder.resolve(METADATA));
            for (Path file : QueueFiles.list(rebuilt)) {
                QueueFiles.force(file);
                Files.move(
                        file,
                        folder.resolve(file.getFileName().toString()),
                        StandardCopyOption.ATOMIC_MOVE);
            }
            deleteFolder(rebuilt);
            QueueFiles.force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot cut the damage away in " + folder, e);
        }
    }

    private void copyGoodFrames(Path target, int cycle, long lastSequence, SetTimeProvider time)
            throws IOException {
        Files.createDirectories(target);
        Frame frame = new Frame();
        try (SingleChronicleQueue from = QueueFiles.open(folder, time);
                ExcerptTailer tailer = from.createTailer();
                SingleChronicleQueue to = QueueFiles.open(target, time);
                ExcerptAppender appender = to.createAppender()) {
            if (!tailer.moveToCycle(cycle)) {
                return;
            }
            while (true) {
                int length = ChronicleReader.copyNext(tailer, frame);
                if (length < 0 || !frame.load(length) || frame.sequence() > lastSequence) {
                    return;
                }
                try (DocumentContext context = appender.writingDocument()) {
                    java.util.Objects.requireNonNull(context.wire())
                            .bytes()
                            .write(frame.buffer().byteArray(), 0, length);
                }
                if (frame.sequence() == lastSequence) {
                    return;
                }
            }
        }
    }

    private String lastFile(Scan scan) {
        int cycle = scan.cycles().lastCycle();
        return folder.resolve(cycle < 0 ? "*" + QueueFiles.SUFFIX : QueueFiles.fileName(cycle))
                .toString();
    }

    private static Path free(Path folder, String name) {
        for (int i = 0; ; i++) {
            Path candidate = folder.resolve(name + "." + i);
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
