package io.clearhold.config;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The {@code clearhold} command line. */
@Command(
        name = "clearhold",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Third-party payment and escrow clearing server.")
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its code: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        CommandLine commandLine = new CommandLine(new Main());
        if (args.length == 0) {
            commandLine.usage(System.out);
            return;
        }
        System.exit(commandLine.execute(args));
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"clearhold " + (version == null ? "unpackaged" : version)};
        }
    }
}
