package io.clearhold.config.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of the disk each part of the data folder takes, looked at from time to time and never
 * when somebody asks. A part is a folder in it; what lies beside them counts as {@code other}.
 */
final class DataSizes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataSizes.class);
    private static final String JOURNAL = "journal";
    private static final String OTHER = "other";

    /** Files of a part that are counted; one with more shows these alone. */
    private static final int FILE_LIMIT = 1_000_000;

    /** Parts that are shown; whoever puts more folders there sees the first. */
    private static final int PART_LIMIT = 32;

    /** A part and what was in it. */
    private record Part(String name, long files, long bytes) {}

    private final Path data;
    private final long intervalMs;
    private final MultiGauge bytes;
    private final MultiGauge files;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile long oldestJournalFileMs;

    private DataSizes(Path data, long intervalMs, MeterRegistry registry) {
        this.data = data;
        this.intervalMs = intervalMs;
        this.bytes =
                MultiGauge.builder("clearhold.data.bytes")
                        .description("Size of a part of the data folder")
                        .register(registry);
        this.files =
                MultiGauge.builder("clearhold.data.files")
                        .description("Files in a part of the data folder")
                        .register(registry);
        Meters meters = new Meters(registry);
        File disk = data.toFile();
        meters.gauge(
                "clearhold.disk.free.bytes",
                "What is free on the disk of the data folder",
                disk,
                File::getUsableSpace);
        meters.gauge(
                "clearhold.disk.bytes",
                "Size of the disk of the data folder",
                disk,
                File::getTotalSpace);
        meters.gauge(
                "clearhold.journal.oldest.file.age.seconds",
                "How long ago the oldest file of the journal was written last",
                this,
                DataSizes::oldestJournalFileAgeSeconds);
    }

    /** Looks at once, and then again and again on a thread of its own. */
    static DataSizes start(Path data, long intervalMs, MeterRegistry registry) {
        DataSizes sizes = new DataSizes(data, intervalMs, registry);
        sizes.look();
        Thread.ofVirtual().name("clearhold-data-sizes").start(sizes::run);
        return sizes;
    }

    private void run() {
        try {
            while (!stop.await(intervalMs, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            List<Part> parts = new ArrayList<>();
            long besideFiles = 0;
            long besideBytes = 0;
            for (Path path : children(data)) {
                if (!Files.isDirectory(path)) {
                    besideFiles++;
                    besideBytes += size(path);
                } else if (parts.size() < PART_LIMIT) {
                    parts.add(part(path));
                }
            }
            parts.add(new Part(OTHER, besideFiles, besideBytes));
            bytes.register(rows(parts, Part::bytes), true);
            files.register(rows(parts, Part::files), true);
            lookAtJournal();
        } catch (IOException | UncheckedIOException e) {
            // Files come and go while they are counted; the next look sees more.
            LOG.debug("the data folder could not be measured", e);
        }
    }

    private void lookAtJournal() throws IOException {
        Path journal = data.resolve(JOURNAL);
        if (!Files.isDirectory(journal)) {
            return;
        }
        long oldest = Long.MAX_VALUE;
        for (Path file : children(journal)) {
            if (file.toString().endsWith(".cq4")) {
                oldest = Math.min(oldest, Files.getLastModifiedTime(file).toMillis());
            }
        }
        oldestJournalFileMs = oldest == Long.MAX_VALUE ? 0 : oldest;
    }

    private double oldestJournalFileAgeSeconds() {
        long oldest = oldestJournalFileMs;
        return oldest == 0 ? 0 : Math.max(0, System.currentTimeMillis() - oldest) / 1e3;
    }

    private static Part part(Path folder) throws IOException {
        long[] sums = new long[2];
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.limit(FILE_LIMIT)
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> {
                        sums[0]++;
                        sums[1] += size(file);
                    });
        }
        return new Part(folder.getFileName().toString(), sums[0], sums[1]);
    }

    /** 0 of a file that has gone meanwhile. */
    private static long size(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).size();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.limit(FILE_LIMIT).sorted().toList();
        }
    }

    private static List<Row<?>> rows(
            List<Part> parts, java.util.function.ToLongFunction<Part> value) {
        return parts.stream()
                .<Row<?>>map(part -> Row.of(Tags.of("part", part.name()), value.applyAsLong(part)))
                .toList();
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
