package io.clearhold.config;

import io.clearhold.config.command.ClearholdCommand;

/** The {@code clearhold} command line. */
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its code: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(ClearholdCommand.run(args));
    }
}
