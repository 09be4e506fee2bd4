package io.clearhold.config.command;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.admin.KeyAdministration;
import io.clearhold.config.server.Version;
import io.clearhold.config.settings.SettingsException;
import io.clearhold.ledger.journal.JournalDamagedException;
import io.clearhold.ledger.journal.JournalTooNewException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The {@code clearhold} command and how its failures are told. */
@Command(
        name = "clearhold",
        versionProvider = ClearholdCommand.VersionLine.class,
        description = "Third-party payment and escrow clearing server.",
        footer = {
            "",
            "  clearhold serve                          a sandbox on http://127.0.0.1:8080",
            "  clearhold keys create --role platform    a key for it",
            "  clearhold replay --verify                decides the whole journal again",
            "  clearhold simulate                       proves its promises in simulated worlds full of faults",
            "  clearhold projection check               compares the view in PostgreSQL with the journal",
            "  clearhold backup --to FOLDER             saves a data folder, also while its server runs",
            "  clearhold torture --seconds 60           kills servers and checks every promise",
            "  clearhold bench                          measures (see clearhold bench -h)",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        },
        subcommands = {
            ServeCommand.class,
            BankCommand.class,
            ReplayCommand.class,
            SnapshotCommand.class,
            SimulateCommand.class,
            JournalCommand.class,
            KeysCommand.class,
            ProjectionCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            TortureCommand.class,
            VersionCommand.class
        })
public final class ClearholdCommand {
    /** Columns of help texts. */
    private static final int WIDTH = 110;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli writes it, and acts by itself
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version.")
    @SuppressWarnings("UnusedVariable") // picocli writes it, and acts by itself
    private boolean version;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Shows the stack trace of a failure.")
    private boolean debug;

    private ClearholdCommand() {}

    /** Runs a command line; returns its exit code. */
    public static int run(String... args) {
        ClearholdCommand command = new ClearholdCommand();
        CommandLine commandLine = new CommandLine(command);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpWidth(WIDTH);
        commandLine.setExecutionExceptionHandler(command::tell);
        commandLine.setParameterExceptionHandler(ClearholdCommand::tellUsage);
        if (args.length == 0) {
            commandLine.usage(System.out);
            return 0;
        }
        return commandLine.execute(args);
    }

    private int tell(Exception failure, CommandLine failed, ParseResult parsed) {
        boolean expected =
                failure instanceof StartRefusedException
                        || failure instanceof SettingsException
                        || failure instanceof JournalDamagedException
                        || failure instanceof JournalTooNewException
                        || failure instanceof KeyAdministration.RefusedException;
        String sentence = expected ? failure.getMessage() : failure + " (a defect: see --debug)";
        System.err.println("clearhold: " + sentence);
        if (debug) {
            failure.printStackTrace(System.err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int tellUsage(ParameterException failure, String[] args) {
        CommandLine failed = failure.getCommandLine();
        failed.getErr().println("clearhold: " + failure.getMessage());
        failed.getErr().println("see " + failed.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    /** The version in the jar's manifest. */
    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"clearhold " + Version.info().version()};
        }
    }
}
