package io.clearhold.ledger.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves files of the journal that are complete and no longer needed close by to another folder,
 * often on a cheaper disk. A link stays in their place, so that whoever reads the journal reads on
 * through the archive. A crash leaves a file whole in one of the two places, or in both.
 */
public final class JournalArchive {
    private static final Logger LOG = LoggerFactory.getLogger(JournalArchive.class);
    private static final String PART = ".part";
    private static final String LINK = ".link";

    private final Path folder;

    /**
     * An archive.
     *
     * @param folder made if it is not there; one for each journal
     */
    public JournalArchive(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Moves what may go; returns how many files went.
     *
     * @param through only files whose last frame is not above this sequence
     * @param retentionMs only files that end so long before the newest one begins
     */
    public int run(ChronicleJournal journal, long through, long retentionMs) {
        List<JournalPlace.Cycle> cycles = journal.cycles();
        int moved = 0;
        for (int i = 0; i + 1 < cycles.size(); i++) {
            JournalPlace.Cycle next = cycles.get(i + 1);
            long endMs = QueueFiles.startMs(cycles.get(i).number() + 1);
            long newestMs = QueueFiles.startMs(cycles.getLast().number());
            if (next.firstSequence() - 1 > through || endMs + retentionMs > newestMs) {
                break;
            }
            Path file = journal.folder().resolve(QueueFiles.fileName(cycles.get(i).number()));
            if (!Files.isSymbolicLink(file)) {
                move(file);
                moved++;
            }
        }
        return moved;
    }

    /** Files of a journal that are in an archive. */
    public static long count(Path journal) {
        return QueueFiles.list(journal).stream().filter(Files::isSymbolicLink).count();
    }

    /**
     * Refuses a journal whose archive is away: reading it would find a gap.
     *
     * @throws JournalDamagedException one sentence
     */
    static void requireReachable(Path journal) {
        for (Path file : QueueFiles.list(journal)) {
            if (!Files.exists(file)) {
                throw new JournalDamagedException(
                        "the file "
                                + file.getFileName()
                                + " of the journal was moved to "
                                + target(file)
                                + " and is not there: bring the archive back; nothing was changed");
            }
        }
    }

    private void move(Path file) {
        String name = file.getFileName().toString();
        Path target = folder.resolve(name);
        Path part = folder.resolve(name + PART);
        Path link = file.resolveSibling(name + LINK);
        try {
            Files.createDirectories(folder);
            if (Files.exists(target) && Files.mismatch(file, target) >= 0) {
                throw new IOException(
                        target
                                + " is there and is another one: each journal needs its own archive");
            }
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            QueueFiles.force(part);
            long difference = Files.mismatch(file, part);
            if (difference >= 0) {
                throw new IOException(part + " differs from " + file + " at offset " + difference);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            QueueFiles.force(folder);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target);
            Files.move(link, file, StandardCopyOption.ATOMIC_MOVE);
            QueueFiles.force(java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + file + " to " + folder, e);
        }
        LOG.info("{} of the journal is in the archive now: {}", name, target);
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return link;
        }
    }
}
