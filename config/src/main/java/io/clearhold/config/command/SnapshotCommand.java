package io.clearhold.config.command;

import io.clearhold.config.snapshot.SnapshotMaker;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clearhold snapshot}. */
@Command(
        name = "snapshot",
        description = "Makes a snapshot, from which the next start is quick.",
        footer = {
            "",
            "Beside a running server, which makes them by itself from time to time, or without one.",
            "Reads the snapshot before and what the journal has behind it; changes neither."
        })
final class SnapshotCommand implements Callable<Integer> {
    @Mixin private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() throws IOException {
        SnapshotMaker.Made made = new SnapshotMaker(options.folder()).make(System.out::println);
        System.out.println(
                "snapshot of sequence "
                        + made.sequence()
                        + ": "
                        + made.bytes()
                        + " bytes, "
                        + made.frames()
                        + " frames after the one before, in "
                        + made.file());
        return 0;
    }
}
