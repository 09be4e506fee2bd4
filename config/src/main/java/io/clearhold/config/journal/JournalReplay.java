package io.clearhold.config.journal;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.DataLock;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.replay.Replay;
import java.nio.file.Files;

/**
 * Replays the journal of a stopped server into an empty state. Damage is reported and left as it
 * is: what to do about it is decided by the next start.
 */
public final class JournalReplay {
    private JournalReplay() {}

    /**
     * Reads every frame there is.
     *
     * @param verify decide every command again and compare
     */
    public static ReplayReport run(DataFolder folder, boolean verify) {
        folder.requireJournal();
        if (!Files.isWritable(folder.root())) {
            // A backup that cannot be written has no server either.
            return replay(folder, verify);
        }
        DataLock lock = DataLock.take(folder);
        try (lock) {
            return replay(folder, verify);
        }
    }

    private static ReplayReport replay(DataFolder folder, boolean verify) {
        Replay replay = new Replay(verify);
        JournalRecovery.Inspection found = new JournalRecovery(folder.journal()).inspect(replay);
        return ReplayReport.of(replay, verify, found.damage());
    }
}
