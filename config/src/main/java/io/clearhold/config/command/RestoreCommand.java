package io.clearhold.config.command;

import io.clearhold.config.backup.Restore;
import io.clearhold.config.data.DataFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clearhold restore}. */
@Command(
        name = "restore",
        description = "Makes a new data folder of a backup.",
        footer = {
            "",
            "Every checksum is compared, and the journal replayed to the state hash of the backup. The first start of the",
            "folder is \"clearhold serve --restored\": what was on its way to a bank is asked about, and never sent again."
        })
final class RestoreCommand implements Callable<Integer> {
    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            required = true,
            description = "What \"clearhold backup\" made.")
    private Path from = Path.of("");

    @Override
    public Integer call() {
        DataFolder folder = options.folder();
        Restore.Restored restored = new Restore(from, folder).run();
        System.out.println("data folder   " + folder.root());
        System.out.println("backup of     " + restored.createdAt());
        System.out.println("sequence      " + restored.sequence());
        System.out.println("state hash    " + restored.stateHash());
        if (!restored.hasMasterKey()) {
            System.out.println(
                    "The master key was not in the backup: give it as the old server had it.");
        }
        System.out.println(
                "Start it once with: clearhold serve --restored --data " + folder.root());
        return 0;
    }
}
