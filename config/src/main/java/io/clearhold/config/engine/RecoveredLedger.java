package io.clearhold.config.engine;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.Witnesses;
import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.journal.ChronicleReader;
import io.clearhold.ledger.journal.JournalDamagedException;
import io.clearhold.ledger.journal.JournalPlace;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.journal.JournalSettings;
import io.clearhold.ledger.journal.OtherJournalException;
import io.clearhold.ledger.journal.RecoveryReport;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.snapshot.Snapshot;
import io.clearhold.ledger.snapshot.Snapshots;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start reads: the newest snapshot that is good and belongs to the journal, and the journal
 * behind it; without one, the whole journal.
 */
record RecoveredLedger(
        StateMachine machine,
        ChronicleJournal journal,
        RecoveryReport report,
        KeyRegister keys,
        JournalIdentity identity) {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveredLedger.class);

    static RecoveredLedger recover(DataFolder folder, JournalSettings settings) {
        long below = Long.MAX_VALUE;
        while (true) {
            Optional<Snapshot> snapshot = snapshot(folder, below);
            if (snapshot.isEmpty()) {
                return fromTheBeginning(folder, settings);
            }
            long sequence = snapshot.get().place().sequence();
            try {
                return behind(folder, settings, snapshot.get());
            } catch (OtherJournalException e) {
                requireOther(folder, settings, snapshot.get(), e);
                LOG.warn(
                        "the snapshot of sequence {} is passed over: {}", sequence, e.getMessage());
                below = sequence - 1;
            }
        }
    }

    private static Optional<Snapshot> snapshot(DataFolder folder, long highest) {
        try {
            return new Snapshots(folder.snapshots()).newest(highest, LOG::warn);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the folder "
                            + folder.snapshots()
                            + " cannot be read ("
                            + e.getMessage()
                            + "): mend it, or delete it, since it follows from the journal",
                    e);
        }
    }

    /** A snapshot of this very journal that does not fit means that frames of it are lost. */
    private static void requireOther(
            DataFolder folder,
            JournalSettings settings,
            Snapshot snapshot,
            OtherJournalException why) {
        StateMachine first = new StateMachine();
        new JournalRecovery(folder.journal(), settings).follow(JournalPlace.START, 1, first::apply);
        io.clearhold.ledger.state.Settings journal = first.state().settings();
        io.clearhold.ledger.state.Settings known = snapshot.machine().state().settings();
        boolean same =
                journal.journalIdHigh() == known.journalIdHigh()
                        && journal.journalIdLow() == known.journalIdLow();
        if (same) {
            throw new JournalDamagedException(
                    why.getMessage()
                            + ", but a snapshot of this journal was made there: frames that were"
                            + " acknowledged are lost; restore the journal from a backup or"
                            + " replica; nothing was changed");
        }
    }

    private static RecoveredLedger behind(
            DataFolder folder, JournalSettings settings, Snapshot snapshot) {
        StateMachine machine = snapshot.machine();
        JournalRecovery.Recovered recovered =
                new JournalRecovery(folder.journal(), settings)
                        .open(
                                Witnesses.highest(folder.positions()),
                                snapshot.place(),
                                machine::apply);
        JournalIdentity identity = new JournalIdentity();
        Frame first = new Frame();
        long last = recovered.journal().lastSequence();
        try (ChronicleReader reader = recovered.journal().openReader(() -> last)) {
            if (reader.read(1, first)) {
                identity.accept(first);
            }
        }
        LOG.info(
                "started from the snapshot of sequence {} and {} frames behind it",
                snapshot.place().sequence(),
                last - snapshot.place().sequence());
        // It reads the journal itself, once somebody wants a list of keys.
        KeyRegister keys = new KeyRegister();
        return new RecoveredLedger(
                machine, recovered.journal(), recovered.report(), keys, identity);
    }

    private static RecoveredLedger fromTheBeginning(DataFolder folder, JournalSettings settings) {
        StateMachine machine = new StateMachine();
        KeyRegister keys = new KeyRegister();
        JournalIdentity identity = new JournalIdentity();
        JournalRecovery.Recovered recovered =
                new JournalRecovery(folder.journal(), settings)
                        .open(
                                Witnesses.highest(folder.positions()),
                                frame -> {
                                    machine.apply(frame);
                                    keys.accept(frame);
                                    identity.accept(frame);
                                });
        return new RecoveredLedger(
                machine, recovered.journal(), recovered.report(), keys, identity);
    }
}
