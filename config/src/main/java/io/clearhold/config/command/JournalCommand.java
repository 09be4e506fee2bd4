package io.clearhold.config.command;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.MasterKey;
import io.clearhold.config.data.SigningKeys;
import io.clearhold.config.journal.JournalPrinter;
import io.clearhold.config.journal.JournalVerification;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            JournalCommand.Stats.class,
            JournalCommand.Verify.class
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

    /** {@code clearhold journal verify}. */
    @Command(
            name = "verify",
            description =
                    "Checks the journal against a signed head, and decides every command again.",
            footer = {
                "",
                "Needs the journal, the public key and a head; changes nothing. Exits with 1 if a frame under",
                "the head was changed, removed or inserted, if the journal ends before it, or if a command",
                "is decided differently. Key and head prove something only if they were kept elsewhere.",
                "",
                "  clearhold journal verify --data COPY --key signing-key.txt --head head.json"
            })
    static final class Verify implements Callable<Integer> {
        @Mixin private SettingsOptions options = new SettingsOptions();

        @Option(
                names = "--key",
                paramLabel = "FILE|BASE64",
                description =
                        "The public key; that of the data folder's own master key by default.")
        private @Nullable String key;

        @Option(
                names = "--head",
                paramLabel = "FILE",
                description =
                        "The JSON of /v1/ledger/head; the newest that the server kept by default.")
        private @Nullable Path head;

        @Override
        public Integer call() {
            DataFolder folder = options.folder().requireJournal();
            String given = key;
            JournalVerification verification =
                    new JournalVerification(
                            folder, given == null ? ownKey(folder) : given, System.out);
            return verification.run(Optional.ofNullable(head)) ? 0 : 1;
        }

        private String ownKey(DataFolder folder) {
            System.out.println("The key is the data folder's own: it proves nothing to others.");
            return SigningKeys.of(
                            MasterKey.load(folder, options.load(Map.of()).mode(), System.getenv()))
                    .publicKey()
                    .publicKey();
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
