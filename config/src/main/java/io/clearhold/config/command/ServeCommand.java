package io.clearhold.config.command;

import io.clearhold.config.data.DataFolder;
import io.clearhold.config.log.ServerLog;
import io.clearhold.config.server.ClearholdServer;
import io.clearhold.config.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clearhold serve}: a server until it is told to stop. */
@Command(
        name = "serve",
        description = "Starts the server; SIGTERM or Ctrl-C stops it.",
        footer = {
            "",
            "Flags win over the environment, the environment over the settings file. With nothing set it is a",
            "sandbox on 127.0.0.1:8080 that keeps its data in ./clearhold-data."
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the API; CLEARHOLD_PORT in the environment, 8080 by default.")
    private @Nullable String port;

    @Option(
            names = "--bank-port",
            paramLabel = "PORT",
            description =
                    "Port of the sandbox bank; CLEARHOLD_BANK_PORT in the environment, 8081 by"
                            + " default.")
    private @Nullable String bankPort;

    @Option(
            names = "--restored",
            description =
                    "First start of a restored data folder: what was on its way to a bank is asked"
                            + " about, and never sent again.")
    private boolean restored;

    @Option(
            names = "--epoch",
            paramLabel = "NUMBER",
            description =
                    "With --restored: the epoch of ids that begins, if not the one after the"
                            + " backup's; later than any that this ledger ever had.")
    private int epoch;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> flags = new HashMap<>();
        if (port != null) {
            flags.put("port", port);
        }
        if (bankPort != null) {
            flags.put("bank-port", bankPort);
        }
        Settings settings = options.load(flags);
        settings.warnings().forEach(ServeCommand::warn);
        TerminationSignals signals = TerminationSignals.take();
        DataFolder folder = new DataFolder(settings.data());
        folder.create();
        ServerLog.start(folder.logs(), "clearhold", settings.log());
        ClearholdServer server =
                ClearholdServer.start(
                        settings, restored, epoch, System.getenv(), ServeCommand::warn);
        System.out.println(Banner.of(server));
        signals.await();
        BoundedStop.run(settings.stopTimeoutMs(), server::close);
        System.out.println("Clearhold stopped at sequence " + server.sequence() + ".");
        ServerLog.stop();
        return server.isStoppedInOrder() ? 0 : 1;
    }

    private static void warn(String sentence) {
        System.err.println("clearhold: " + sentence);
    }
}
