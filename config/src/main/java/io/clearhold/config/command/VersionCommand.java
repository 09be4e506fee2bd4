package io.clearhold.config.command;

import io.clearhold.config.server.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code clearhold version}. */
@Command(name = "version", description = "Prints the version of Clearhold and of Java.")
final class VersionCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println(
                "clearhold " + Version.info().version() + " (Java " + Runtime.version() + ")");
        return 0;
    }
}
