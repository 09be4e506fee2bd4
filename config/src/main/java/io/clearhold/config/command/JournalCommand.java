package io.clearhold.config.command;

import io.clearhold.config.journal.JournalPrinter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clearhold journal}: the journal for people. */
@Command(
        name = "journal",
        description = "Shows what the journal holds; it may be a running server's.",
        subcommands = {
            JournalCommand.Dump.class,
            JournalCommand.Tail.class,
            JournalCommand.Stats.class
        })
final class JournalCommand {
    private JournalCommand() {}

    /** {@code clearhold journal dump}. */
    @Command(
            name = "dump",
            description = "Prints frames: command, result and events with their fields.")
    static final class Dump implements Callable<Integer> {
        @Mixin private SettingsOptions options = new SettingsOptions();

        @Option(
                names = "--from",
                paramLabel = "SEQUENCE",
                defaultValue = "1",
                description = "The first frame, 1 by default.")
        private long from = 1;

        @Option(
                names = "--to",
                paramLabel = "SEQUENCE",
                description = "The last frame, the last there is by default.")
        private long to = Long.MAX_VALUE;

        @Override
        public Integer call() {
            return new JournalPrinter(options.folder(), System.out).dump(from, to) ? 0 : 1;
        }
    }

    /** {@code clearhold journal tail}. */
    @Command(name = "tail", description = "Prints the last frames.")
    static final class Tail implements Callable<Integer> {
        @Mixin private SettingsOptions options = new SettingsOptions();

        @Option(
                names = "-n",
                paramLabel = "FRAMES",
                defaultValue = "10",
                description = "How many, 10 by default.")
        private int count = 10;

        @Override
        public Integer call() {
            boolean whole =
                    new JournalPrinter(options.folder(), System.out).tail(Math.max(1, count));
            return whole ? 0 : 1;
        }
    }

    /** {@code clearhold journal stats}. */
    @Command(name = "stats", description = "Counts frames, bytes, commands and events.")
    static final class Stats implements Callable<Integer> {
        @Mixin private SettingsOptions options = new SettingsOptions();

        @Override
        public Integer call() {
            return new JournalPrinter(options.folder(), System.out).statistics() ? 0 : 1;
        }
    }
}
