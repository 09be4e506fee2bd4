package io.clearhold.config.command;

import io.clearhold.bank.sandbox.server.SandboxBankServer;
import io.clearhold.bank.sandbox.wire.SharedSecret;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.log.ServerLog;
import io.clearhold.config.server.SandboxBankPart;
import io.clearhold.config.settings.SandboxBankOptions;
import io.clearhold.config.settings.Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clearhold bank}: the sandbox bank as a process of its own. */
@Command(
        name = "bank",
        description = "Starts the sandbox bank alone, as another party would run it.",
        footer = {
            "",
            "Its books are in <data>/sandbox-bank, the secret that it shares with the server in",
            "<data>/sandbox-bank.secret. Start the server with sandbox-bank.external set to its address."
        })
final class BankCommand implements Callable<Integer> {
    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Port of the bank; CLEARHOLD_BANK_PORT in the environment, 8081 by default.")
    private @Nullable String port;

    @Option(
            names = "--callback-url",
            paramLabel = "URL",
            description = "Address of the server; made of its bind and port settings by default.")
    private @Nullable String callbackUrl;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> flags = new HashMap<>();
        if (port != null) {
            flags.put("bank-port", port);
        }
        if (callbackUrl != null) {
            flags.put("sandbox-bank.callback-url", callbackUrl);
        }
        Settings settings = options.load(flags);
        TerminationSignals signals = TerminationSignals.take();
        DataFolder folder = new DataFolder(settings.data());
        folder.create();
        ServerLog.start(folder.logs(), "sandbox-bank", settings.log());
        SandboxBankOptions bankOptions = settings.sandboxBank();
        SharedSecret secret = SandboxBankPart.secret(folder, bankOptions);
        URI callbackUri =
                SandboxBankPart.callbackUri(
                        bankOptions, settings.http().localUrl(settings.http().port()));
        SandboxBankServer bank = SandboxBankPart.start(folder, bankOptions, callbackUri, secret);
        System.out.println(
                """
                The sandbox bank is ready.

                  Address      %s
                  Callbacks    %s
                  Books        %s
                """
                        .formatted(bank.uri(), callbackUri, folder.sandboxBank()));
        signals.await();
        BoundedStop.run(settings.stopTimeoutMs(), bank::close);
        System.out.println("The sandbox bank stopped.");
        ServerLog.stop();
        return 0;
    }
}
