package io.clearhold.config.journal;

import io.clearhold.config.data.DataFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Prints frames and counts for people. Each method returns whether the journal is whole. */
public final class JournalPrinter {
    private final DataFolder folder;
    private final JournalFolder journal;
    private final PrintStream out;

    public JournalPrinter(DataFolder folder, PrintStream out) {
        this.folder = folder;
        this.journal = new JournalFolder(folder);
        this.out = out;
    }

    /** Frames {@code from} to {@code to}, both included. */
    public boolean dump(long from, long to) {
        FrameText text = new FrameText();
        return told(
                journal.read(frame -> {
                    if (frame.sequence() >= from && frame.sequence() <= to) {
                        out.print(text.of(frame));
                    }
                    return frame.sequence() < to;
                }));
    }

    /** The last {@code count} frames. */
    public boolean tail(int count) {
        FrameText text = new FrameText();
        Deque<String> last = new ArrayDeque<>();
        JournalFolder.Look look =
                journal.read(frame -> {
                    if (last.size() == count) {
                        last.removeFirst();
                    }
                    last.addLast(text.of(frame));
                    return true;
                });
        last.forEach(out::print);
        return told(look);
    }

    /** What there is how often. */
    public boolean statistics() {
        JournalTally tally = new JournalTally();
        JournalFolder.Look look =
                journal.read(frame -> {
                    tally.add(frame);
                    return true;
                });
        out.print(tally.text());
        out.println("files");
        for (Path file : files()) {
            out.printf("  %-24s %d bytes%n", file.getFileName(), size(file));
        }
        return told(look);
    }

    private boolean told(JournalFolder.Look look) {
        look.damage().ifPresent(damage -> out.println("damaged: " + damage));
        return look.damage().isEmpty();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder.journal())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder.journal(), e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }
}
