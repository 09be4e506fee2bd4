package io.clearhold.config.backup;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.journal.JournalFolder;
import io.clearhold.config.server.Version;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.state.LedgerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a backup, also of a server that runs: every frame up to the last that is known synced is
 * read, checked, applied to an empty state, and written to a journal of the backup's own; then that
 * journal is read again and must come to the same state. Positions of tailers, the view and the
 * logs stay out: they follow from the journal, or would be ahead of it.
 */
public final class Backup {
    private static final int SYNC_EVERY = 4_096;
    private static final String JOURNAL = "journal";
    private static final String STATEMENTS = "statements";

    private final DataFolder folder;
    private final Path target;

    public Backup(DataFolder folder, Path target) {
        this.folder = folder;
        this.target = target.toAbsolutePath().normalize();
    }

    /**
     * What was made.
     *
     * @param secrets names of the files in it that give access to everything
     */
    public record Made(
            Path folder, long sequence, String stateHash, int files, List<String> secrets) {}

    /**
     * Makes it.
     *
     * @throws StartRefusedException if the target is in use or the journal damaged, one sentence
     */
    public Made make() {
        JournalFolder journal = new JournalFolder(folder);
        if (target.startsWith(folder.root())) {
            throw new StartRefusedException(
                    "a backup does not belong in the data folder that it saves: name another");
        }
        BackupFiles.makeEmpty(target, "the folder");
        try {
            StateMachine live = copyJournal(journal);
            List<String> secrets = copySecrets();
            copyStatements();
            return finish(live.state(), secrets);
        } catch (IOException e) {
            throw new StartRefusedException("the backup failed: " + e, e);
        }
    }

    private StateMachine copyJournal(JournalFolder from) {
        StateMachine machine = new StateMachine();
        JournalRecovery recovery = new JournalRecovery(target.resolve(JOURNAL));
        try (ChronicleJournal copy = recovery.open(0, frame -> {}).journal()) {
            JournalFolder.Look look =
                    from.read(frame -> {
                        machine.apply(frame);
                        copy.append(frame, machine.framePlainTimeMs());
                        if (frame.sequence() % SYNC_EVERY == 0) {
                            copy.sync();
                        }
                        return true;
                    });
            if (look.damage().isPresent()) {
                throw new StartRefusedException(
                        "the journal is damaged, and was backed up only to there: "
                                + look.damage().get());
            }
            copy.sync();
        }
        return machine;
    }

    private List<String> copySecrets() throws IOException {
        List<String> copied = new java.util.ArrayList<>();
        for (Path file :
                List.of(folder.masterKey(), folder.sandboxKeys(), folder.sandboxBankSecret())) {
            if (Files.isRegularFile(file)) {
                BackupFiles.copy(file, target.resolve(file.getFileName()));
                copied.add(file.getFileName().toString());
            }
        }
        return copied;
    }

    /** Files of banks whose import a crash may have interrupted. They come and go meanwhile. */
    private void copyStatements() throws IOException {
        if (!Files.isDirectory(folder.statements())) {
            return;
        }
        for (String name : BackupFiles.list(folder.statements())) {
            Path copy = target.resolve(STATEMENTS).resolve(name);
            try {
                BackupFiles.copy(folder.statements().resolve(name), copy);
            } catch (NoSuchFileException e) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private Made finish(LedgerState live, List<String> secrets) throws IOException {
        StateMachine again = new StateMachine();
        JournalRecovery.Inspection read =
                new JournalRecovery(target.resolve(JOURNAL)).inspect(again::apply);
        boolean same =
                read.damage().isEmpty()
                        && again.state().sequence() == live.sequence()
                        && hash(again.state()).equals(hash(live));
        if (!same) {
            throw new StartRefusedException(
                    "the backup does not read back as it was written (sequence "
                            + again.state().sequence()
                            + " of "
                            + live.sequence()
                            + "): "
                            + read.damage().orElse("another state"));
        }
        Map<String, String> checksums = new LinkedHashMap<>();
        for (String name : BackupFiles.list(target)) {
            checksums.put(name, BackupFiles.checksum(target.resolve(name)));
        }
        HexFormat hex = HexFormat.of();
        BackupManifest manifest =
                new BackupManifest(
                        Instant.now().toString(),
                        Version.info().version(),
                        hex.toHexDigits(live.settings().journalIdHigh())
                                + hex.toHexDigits(live.settings().journalIdLow()),
                        live.sequence(),
                        hash(live),
                        checksums);
        manifest.write(target);
        return new Made(target, live.sequence(), hash(live), checksums.size() + 1, secrets);
    }

    static String hash(LedgerState state) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(state.hashHigh()) + hex.toHexDigits(state.hashLow());
    }
}
