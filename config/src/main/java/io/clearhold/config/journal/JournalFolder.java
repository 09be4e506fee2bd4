package io.clearhold.config.journal;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.DataLock;
import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.journal.JournalRecovery;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The journal of a data folder, to be looked at. Of a running server's only what is durable is
 * shown, as to everybody else.
 */
public final class JournalFolder {
    private final DataFolder folder;

    public JournalFolder(DataFolder folder) {
        this.folder = folder.requireJournal();
    }

    /**
     * What a look came to.
     *
     * @param lastSequence of the last frame that was shown, or of the last there is
     * @param damage one sentence, if the journal is damaged
     */
    public record Look(long lastSequence, Optional<String> damage) {}

    /**
     * Hands on frames in order until there are no more or {@code next} has had enough.
     *
     * @param next returns whether it wants more
     */
    public Look read(Predicate<Frame> next) {
        JournalRecovery recovery = new JournalRecovery(folder.journal());
        long limit = isInUse() ? recovery.syncedSequence() : Long.MAX_VALUE;
        try {
            JournalRecovery.Inspection found =
                    recovery.inspect(frame -> {
                        if (frame.sequence() > limit || !next.test(frame)) {
                            throw new EnoughException(frame.sequence());
                        }
                    });
            return new Look(found.lastSequence(), found.damage());
        } catch (EnoughException e) {
            return new Look(e.sequence, Optional.empty());
        }
    }

    private boolean isInUse() {
        if (!Files.isWritable(folder.root())) {
            return false;
        }
        try {
            DataLock.take(folder).close();
            return false;
        } catch (StartRefusedException e) {
            return true;
        }
    }

    /** Ends a pass over the journal early. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long sequence;

        EnoughException(long sequence) {
            super(null, null, false, false);
            this.sequence = sequence;
        }
    }
}
