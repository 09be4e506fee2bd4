package io.clearhold.ledger.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The snapshots of one data folder, each named by its sequence. They follow from the journal: to
 * lose them costs time at the next start, nothing else.
 */
public final class Snapshots {
    private static final String SUFFIX = ".snapshot";

    private final Path folder;

    public Snapshots(Path folder) {
        this.folder = folder;
    }

    /** Whose sequence is the highest, unread; 0 if there is none. */
    public long newestSequence() throws IOException {
        List<Path> files = newestFirst();
        return files.isEmpty() ? 0 : sequenceOf(files.getFirst());
    }

    /** Whose sequence is the lowest, unread; 0 if there is none. */
    public long oldestSequence() throws IOException {
        List<Path> files = newestFirst();
        return files.isEmpty() ? 0 : sequenceOf(files.getLast());
    }

    /**
     * The newest snapshot that is whole and not above {@code highest}.
     *
     * @param report gets a sentence about each newer one that could not be used
     */
    public Optional<Snapshot> newest(long highest, Consumer<String> report) throws IOException {
        for (Path file : newestFirst()) {
            if (sequenceOf(file) <= highest) {
                try {
                    return Optional.of(SnapshotFile.read(file));
                } catch (SnapshotRefusedException e) {
                    report.accept(
                            "the snapshot "
                                    + file
                                    + " is passed over: "
                                    + e.getMessage()
                                    + "; an older one, or the journal alone, serves as well");
                }
            }
        }
        return Optional.empty();
    }

    /** Writes a snapshot; when this returns it is on the disk. */
    public Path write(Snapshot snapshot) throws IOException {
        Files.createDirectories(folder);
        Path file =
                folder.resolve(
                        String.format(Locale.ROOT, "%020d", snapshot.place().sequence()) + SUFFIX);
        SnapshotFile.write(file, snapshot);
        return file;
    }

    /** Deletes all but the newest, and what was never finished. */
    public void keepNewest(int count) throws IOException {
        for (Path file : newestFirst().stream().skip(count).toList()) {
            Files.deleteIfExists(file);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".part")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{20}\\.snapshot"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static long sequenceOf(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }
}
