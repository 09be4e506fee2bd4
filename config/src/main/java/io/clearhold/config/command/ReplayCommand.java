package io.clearhold.config.command;

import io.clearhold.config.journal.JournalReplay;
import io.clearhold.config.journal.ReplayReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clearhold replay}. */
@Command(
        name = "replay",
        description = "Applies the whole journal of a stopped server to an empty state.",
        footer = {
            "",
            "Changes nothing. Exits with 1 if the journal is damaged, the book does not balance, or",
            "--verify finds a command that this program decides differently."
        })
final class ReplayCommand implements Callable<Integer> {
    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(names = "--verify", description = "Decides every command again, and compares.")
    private boolean verify;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        ReplayReport report = JournalReplay.run(options.folder(), verify);
        System.out.print(json ? report.json() : report.text());
        return report.isClean() ? 0 : 1;
    }
}
