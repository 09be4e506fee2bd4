package io.clearhold.config.settings;

import io.clearhold.bank.sandbox.SandboxChannelSettings;
import io.clearhold.bank.sandbox.server.SandboxBankSettings;
import io.clearhold.bank.sandbox.wire.SharedSecret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The sandbox bank and how it is reached.
 *
 * @param bind address that it listens on
 * @param port 0 for any free one
 * @param external address of one that runs apart; then none is started here
 * @param secretFile holds what bank and server share; empty for the one in the data folder
 * @param callbackUrl base address for callbacks; empty for this server's
 */
public record SandboxBankOptions(
        String bind,
        int port,
        Optional<URI> external,
        Optional<Path> secretFile,
        String callbackUrl,
        long connectTimeoutMs,
        long answerTimeoutMs,
        long visibilityWindowMs,
        int orderLimit) {
    private static final int MAX_PORT = 65_535;

    static SandboxBankOptions read(SettingsReader reader) {
        String external = reader.url("sandbox-bank.external");
        String secretFile = reader.text("sandbox-bank.secret-file");
        return new SandboxBankOptions(
                reader.text("sandbox-bank.bind"),
                reader.integer("bank-port", 0, MAX_PORT),
                external.isEmpty() ? Optional.empty() : Optional.of(URI.create(external)),
                secretFile.isEmpty()
                        ? Optional.empty()
                        : Optional.of(reader.path("sandbox-bank.secret-file")),
                reader.url("sandbox-bank.callback-url"),
                reader.durationMs("sandbox-bank.connect-timeout", 1),
                reader.durationMs("sandbox-bank.answer-timeout", 1),
                reader.durationMs("sandbox-bank.visibility-window", 0),
                reader.integer("sandbox-bank.order-limit", 1, Integer.MAX_VALUE));
    }

    /** The settings of the bank itself. */
    public SandboxBankSettings server(Path folder, URI callbackUri, SharedSecret secret) {
        SandboxBankSettings.Limits fixed = SandboxBankSettings.Limits.DEFAULT;
        SandboxBankSettings.Limits limits =
                new SandboxBankSettings.Limits(
                        fixed.maxRequestsInFlight(),
                        fixed.maxBodyBytes(),
                        orderLimit,
                        fixed.holdMs(),
                        fixed.callbackParallelism(),
                        fixed.callbackTimeoutMs(),
                        fixed.callbackFirstMs(),
                        fixed.controlWaitMs(),
                        fixed.maxOutageSeconds(),
                        fixed.stopMs());
        return new SandboxBankSettings(bind, port, folder, callbackUri, secret, limits);
    }

    /** The settings of the channel that talks to it. */
    public SandboxChannelSettings channel(URI bankUri, SharedSecret secret) {
        SandboxChannelSettings defaults = new SandboxChannelSettings(bankUri, secret);
        return new SandboxChannelSettings(
                bankUri,
                secret,
                connectTimeoutMs,
                answerTimeoutMs,
                defaults.maxAnswerBytes(),
                visibilityWindowMs);
    }
}
