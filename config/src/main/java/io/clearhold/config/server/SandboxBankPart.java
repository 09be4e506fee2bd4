package io.clearhold.config.server;

import io.clearhold.bank.sandbox.server.SandboxBankServer;
import io.clearhold.bank.sandbox.wire.SharedSecret;
import io.clearhold.config.StartRefusedException;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.SecretBytes;
import io.clearhold.config.settings.SandboxBankOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;

/** Starts the sandbox bank, in this process or as a process of its own. */
public final class SandboxBankPart {
    private SandboxBankPart() {}

    /** What bank and server share; made by whoever comes first. */
    public static SharedSecret secret(DataFolder folder, SandboxBankOptions options) {
        return new SharedSecret(
                SecretBytes.readOrCreate(options.secretFile().orElse(folder.sandboxBankSecret())));
    }

    /** Where the bank sends what it has to say. */
    public static URI callbackUri(SandboxBankOptions options, String serverUrl) {
        String base = options.callbackUrl().isEmpty() ? serverUrl : options.callbackUrl();
        return URI.create(base + "/callbacks/sandbox");
    }

    /** Binds and serves; what it owed from before goes on. */
    public static SandboxBankServer start(
            DataFolder folder, SandboxBankOptions options, URI callbackUri, SharedSecret secret) {
        try {
            return SandboxBankServer.start(
                    options.server(folder.sandboxBank(), callbackUri, secret));
        } catch (BindException e) {
            throw new StartRefusedException(
                    "the sandbox bank cannot listen on "
                            + options.bind()
                            + ":"
                            + options.port()
                            + " ("
                            + e.getMessage()
                            + "): set --bank-port to a free one",
                    e);
        } catch (IOException | IllegalStateException e) {
            throw new StartRefusedException(
                    "the sandbox bank does not start: " + e.getMessage(), e);
        }
    }
}
