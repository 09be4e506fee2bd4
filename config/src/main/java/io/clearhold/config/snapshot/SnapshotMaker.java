package io.clearhold.config.snapshot;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.ledger.journal.JournalPlace;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.journal.OtherJournalException;
import io.clearhold.ledger.snapshot.Snapshot;
import io.clearhold.ledger.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes a snapshot from the one before and the journal behind it. It needs no lock and asks the
 * server nothing: it reads what a sync has covered, as any reader of the journal does.
 */
public final class SnapshotMaker {
    /** The newest may turn out to be damaged. */
    private static final int KEPT = 2;

    private final JournalRecovery journal;
    private final Snapshots snapshots;

    public SnapshotMaker(DataFolder folder) {
        folder.requireJournal();
        this.journal = new JournalRecovery(folder.journal());
        this.snapshots = new Snapshots(folder.snapshots());
    }

    /**
     * What was made.
     *
     * @param file the newest snapshot, made now or before
     * @param sequence of it
     * @param bytes of it
     * @param frames that were applied for it; 0 if there was nothing new
     */
    public record Made(Path file, long sequence, long bytes, long frames) {}

    /**
     * Makes one, unless there is nothing new.
     *
     * @param report gets a sentence about each older one that could not be used
     */
    public Made make(Consumer<String> report) throws IOException {
        long through = journal.syncedSequence();
        if (through == 0) {
            throw new StartRefusedException("the journal has no frame that is known to be durable");
        }
        Snapshot before = snapshots.newest(through, report).orElseGet(Snapshot::empty);
        Snapshot now;
        try {
            now = follow(before, through);
        } catch (OtherJournalException e) {
            report.accept("older snapshots are not of this journal: " + e.getMessage());
            before = Snapshot.empty();
            now = follow(before, through);
        }
        Path file = snapshots.write(now);
        snapshots.keepNewest(KEPT);
        return new Made(file, through, Files.size(file), through - before.place().sequence());
    }

    private Snapshot follow(Snapshot from, long through) {
        JournalPlace place = journal.follow(from.place(), through, from.machine()::apply);
        return new Snapshot(from.machine(), place);
    }

    /** The newest there is, unread; 0 for none. */
    public static Optional<Long> newest(DataFolder folder) {
        try {
            return Optional.of(new Snapshots(folder.snapshots()).newestSequence());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
