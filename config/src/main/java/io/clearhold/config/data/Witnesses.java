package io.clearhold.config.data;

import io.clearhold.config.StartRefusedException;
import io.clearhold.ledger.journal.PositionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What tailers have stored as dealt with: none of it may be missing from the journal, so recovery
 * is told the highest.
 */
public final class Witnesses {
    private static final String UNFINISHED = ".next";

    private Witnesses() {}

    /** The highest position in the folder, 0 if there is none. */
    public static long highest(Path positions) {
        if (!Files.isDirectory(positions)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(positions)) {
            return files.filter(file -> !file.toString().endsWith(UNFINISHED))
                    .mapToLong(Witnesses::position)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + positions, e);
        }
    }

    private static long position(Path file) {
        try {
            return new PositionFile(file).load();
        } catch (NumberFormatException e) {
            throw new StartRefusedException(
                    "the position file "
                            + file
                            + " does not hold a number; delete it if its tailer may start again"
                            + " from the beginning",
                    e);
        }
    }
}
