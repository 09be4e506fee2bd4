package io.clearhold.ledger.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/** How the journal uses Chronicle Queue's files: one a day, each excerpt a frame. */
final class QueueFiles {
    static final String SUFFIX = ".cq4";

    /** A file a day; up to four billion frames in each. */
    static final RollCycle ROLL_CYCLE = RollCycles.FAST_DAILY;

    /** What Chronicle Queue maps at a time. */
    private static final int BLOCK_SIZE = 64 << 20;

    /**
     * How long an appender waits for one that died in the middle of a write, before it writes over
     * it.
     */
    private static final long RECOVERY_TIMEOUT_MS = 500;

    private QueueFiles() {}

    static SingleChronicleQueue open(Path folder, TimeProvider time) {
        return SingleChronicleQueueBuilder.binary(folder)
                .rollCycle(ROLL_CYCLE)
                .blockSize(BLOCK_SIZE)
                .syncMode(SyncMode.SYNC)
                .timeoutMS(RECOVERY_TIMEOUT_MS)
                .timeProvider(time)
                .build();
    }

    /** When a cycle begins. */
    static long startMs(int cycle) {
        return cycle * (long) ROLL_CYCLE.lengthInMillis();
    }

    /** The file of a cycle. */
    static String fileName(int cycle) {
        return DateTimeFormatter.ofPattern(ROLL_CYCLE.format())
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.ofEpochMilli(startMs(cycle)))
                + SUFFIX;
    }

    /** Opens without changing a byte; the folder must hold queue files. */
    static SingleChronicleQueue openReadOnly(Path folder) {
        return SingleChronicleQueueBuilder.binary(folder)
                .rollCycle(ROLL_CYCLE)
                .blockSize(BLOCK_SIZE)
                .readOnly(true)
                .build();
    }

    /** The queue files of a folder, oldest first. */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Forces a file, or the names in a folder, to the disk. */
    static void force(Path path) {
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(
                        path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot force " + path + " to the disk", e);
        }
    }
}
