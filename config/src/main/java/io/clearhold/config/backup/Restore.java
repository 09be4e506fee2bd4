package io.clearhold.config.backup;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.machine.StateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes a data folder of a backup: all of it checked before and after, or none of it usable. */
public final class Restore {
    private final Path backup;
    private final DataFolder folder;

    public Restore(Path backup, DataFolder folder) {
        this.backup = backup.toAbsolutePath().normalize();
        this.folder = folder;
    }

    /** What was restored. */
    public record Restored(
            long sequence, String stateHash, String createdAt, boolean hasMasterKey) {}

    /**
     * Restores it.
     *
     * @throws StartRefusedException one sentence: nothing was changed, or the folder is marked as
     *     unfinished
     */
    public Restored run() {
        BackupManifest manifest = BackupManifest.read(backup);
        checkFiles(manifest.checksums());
        BackupFiles.makeEmpty(folder.root(), "the data folder");
        try {
            RestoredMarker.begin(folder);
            for (String name : manifest.checksums().keySet()) {
                BackupFiles.copy(backup.resolve(name), folder.root().resolve(name));
            }
            requireSameState(manifest);
            BackupFiles.force(folder.journal());
            RestoredMarker.complete(folder, manifest.sequence());
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the restore into " + folder.root() + " failed: " + e, e);
        }
        return new Restored(
                manifest.sequence(),
                manifest.stateHash(),
                manifest.createdAt(),
                Files.exists(folder.masterKey()));
    }

    private void checkFiles(Map<String, String> checksums) {
        for (Map.Entry<String, String> entry : checksums.entrySet()) {
            Path file = backup.resolve(entry.getKey()).normalize();
            if (!file.startsWith(backup)) {
                throw new StartRefusedException(
                        "the manifest names a file outside the backup: " + entry.getKey());
            }
            boolean same;
            try {
                same = BackupFiles.checksum(file).equals(entry.getValue());
            } catch (IOException e) {
                throw new StartRefusedException(
                        "the backup lacks " + file + ", or it cannot be read; nothing was changed",
                        e);
            }
            if (!same) {
                throw new StartRefusedException(
                        "the backup's file "
                                + file
                                + " is not as it was when the backup was made; nothing was changed");
            }
        }
    }

    private void requireSameState(BackupManifest manifest) {
        StateMachine machine = new StateMachine();
        JournalRecovery.Inspection found =
                new JournalRecovery(folder.journal()).inspect(machine::apply);
        boolean same =
                found.damage().isEmpty()
                        && machine.state().sequence() == manifest.sequence()
                        && Backup.hash(machine.state()).equals(manifest.stateHash());
        if (!same) {
            throw new StartRefusedException(
                    "the restored journal comes to sequence %d with state hash %s, and the backup says sequence %d with %s: this program does not fit it, or the disk does not hold what was written"
                            .formatted(
                                    machine.state().sequence(),
                                    Backup.hash(machine.state()),
                                    manifest.sequence(),
                                    manifest.stateHash()));
        }
    }
}
