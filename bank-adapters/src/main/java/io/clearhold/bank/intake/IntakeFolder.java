package io.clearhold.bank.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where statement files are while they are imported, and for a while afterwards: {@code
 * <channel>-<hash>.open} is still to be completed, {@code .done} is not.
 */
final class IntakeFolder {
    private static final String OPEN = ".open";
    private static final String DONE = ".done";

    /** A file whose import was not completed. */
    record Left(int channel, long contentHigh, long contentLow, Path file) {}

    private final Path folder;
    private final int keptFiles;

    IntakeFolder(Path folder, int keptFiles) throws IOException {
        this.folder = folder;
        this.keptFiles = keptFiles;
        Files.createDirectories(folder);
    }

    /** Moves a file in, durably. */
    Path take(Path file, int channel, long contentHigh, long contentLow) throws IOException {
        Path target = folder.resolve(name(channel, contentHigh, contentLow) + OPEN);
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.force(true);
        }
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
        return target;
    }

    /** The import is completed; the oldest completed files go. */
    void done(Path open) throws IOException {
        String name = open.getFileName().toString();
        String done = name.substring(0, name.length() - OPEN.length()) + DONE;
        Files.move(open, folder.resolve(done), StandardCopyOption.REPLACE_EXISTING);
        List<Path> kept = list(DONE);
        kept.sort(Comparator.comparingLong(IntakeFolder::modified));
        for (Path old : kept.subList(0, Math.max(0, kept.size() - keptFiles))) {
            Files.deleteIfExists(old);
        }
    }

    /** What a crash left, oldest first. */
    List<Left> left() throws IOException {
        List<Left> left = new ArrayList<>();
        List<Path> open = list(OPEN);
        open.sort(Comparator.comparingLong(IntakeFolder::modified));
        for (Path file : open) {
            String[] parts = file.getFileName().toString().split("[-.]", -1);
            left.add(
                    new Left(
                            Integer.parseInt(parts[0]),
                            Long.parseUnsignedLong(parts[1], 16),
                            Long.parseUnsignedLong(parts[2], 16),
                            file));
        }
        return left;
    }

    /** The bytes that all files take. */
    long bytes() {
        try {
            long sum = 0;
            for (Path file : list("")) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException e) {
            return -1;
        }
    }

    private List<Path> list(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(f -> f.toString().endsWith(suffix)).toList());
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private static String name(int channel, long high, long low) {
        return channel + "-" + Long.toHexString(high) + "-" + Long.toHexString(low);
    }
}
