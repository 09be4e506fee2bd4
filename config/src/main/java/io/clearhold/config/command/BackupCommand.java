package io.clearhold.config.command;

import io.clearhold.config.backup.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clearhold backup}. */
@Command(
        name = "backup",
        description = "Saves a data folder, also while its server runs, and checks what it wrote.",
        footer = {
            "",
            "The backup holds every frame up to the last that is known synced, and the keys that the data folder needs.",
            "Who can read it can act as anybody: keep it as you keep the master key."
        })
final class BackupCommand implements Callable<Integer> {
    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            required = true,
            description = "A folder that is not there yet, or is empty.")
    private Path to = Path.of("");

    @Override
    public Integer call() {
        Backup.Made made = new Backup(options.folder(), to).make();
        System.out.println("backup        " + made.folder());
        System.out.println("sequence      " + made.sequence());
        System.out.println("state hash    " + made.stateHash());
        System.out.println("files         " + made.files());
        System.out.println(
                made.secrets().contains("master.key")
                        ? "The master key is in it: who can read this folder can act as anybody."
                        : "The master key is NOT in it, since it is not in the data folder: without it the backup is of no use.");
        return 0;
    }
}
