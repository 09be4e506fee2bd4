package io.clearhold.bank.sandbox;

import io.clearhold.bank.sandbox.wire.SharedSecret;
import java.net.URI;

/**
 * How the channel reaches the sandbox bank.
 *
 * @param bankUri {@code http://host:port}
 * @param secret shared with the bank
 * @param connectTimeoutMs wall time for a connection; nothing has left before it stands
 * @param requestTimeoutMs wall time for a whole answer
 * @param maxAnswerBytes of an answer; a longer one is not believed
 * @param visibilityWindowMs logged time after which the bank's "not found" is believed
 */
public record SandboxChannelSettings(
        URI bankUri,
        SharedSecret secret,
        long connectTimeoutMs,
        long requestTimeoutMs,
        int maxAnswerBytes,
        long visibilityWindowMs) {
    public SandboxChannelSettings(URI bankUri, SharedSecret secret) {
        this(bankUri, secret, 1_000, 2_000, 65_536, 60_000);
    }

    public SandboxChannelSettings {
        if (connectTimeoutMs < 1 || requestTimeoutMs < connectTimeoutMs || maxAnswerBytes < 1) {
            throw new IllegalArgumentException(
                    "connectTimeoutMs and maxAnswerBytes must be 1 or more, requestTimeoutMs at"
                            + " least connectTimeoutMs");
        }
    }
}
