package io.clearhold.config.settings;

import io.clearhold.bank.sandbox.SandboxBankStatements;
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
 * @param statementLimit days and currencies in one statement file
 * @param statementBytes of a statement that the API hands on
 * @param feeBps what the bank keeps of each collection
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
        int orderLimit,
        int statementLimit,
        int statementBytes,
        int feeBps) {
    private static final int MAX_PORT = 65_535;

    /** Wall time for a whole statement, whose size has a limit of its own. */
    private static final long STATEMENT_TIMEOUT_MS = 60_000;

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
                reader.integer("sandbox-bank.order-limit", 1, Integer.MAX_VALUE),
                reader.integer("sandbox-bank.statement-limit", 1, 1_000_000),
                (int) reader.bytes("sandbox-bank.statement-size-limit", 1 << 16, 1 << 30),
                reader.integer("sandbox-bank.fee-bps", 0, SandboxBankSettings.MAX_FEE_BPS));
    }

    /** The settings of the bank itself. */
    public SandboxBankSettings server(Path folder, URI callbackUri, SharedSecret secret) {
        SandboxBankSettings.Limits fixed = SandboxBankSettings.Limits.DEFAULT;
        SandboxBankSettings.Limits limits =
                new SandboxBankSettings.Limits(
                        fixed.maxRequestsInFlight(),
                        fixed.maxBodyBytes(),
                        orderLimit,
                        statementLimit,
                        fixed.holdMs(),
                        fixed.callbackParallelism(),
                        fixed.callbackTimeoutMs(),
                        fixed.callbackFirstMs(),
                        fixed.controlWaitMs(),
                        fixed.maxOutageSeconds(),
                        fixed.stopMs());
        return new SandboxBankSettings(bind, port, folder, callbackUri, secret, feeBps, limits);
    }

    /** The bounds of fetching its statements. */
    public SandboxBankStatements.Limits statements() {
        return new SandboxBankStatements.Limits(
                statementBytes, connectTimeoutMs, STATEMENT_TIMEOUT_MS);
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
