package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.sandbox.wire.SharedSecret;
import java.net.URI;
import java.nio.file.Path;

/**
 * Everything the sandbox bank is told from outside.
 *
 * @param host address to bind
 * @param port 0 takes any free one
 * @param folder its own; holds its journal and its lock
 * @param callbackUri where Clearhold takes callbacks
 * @param secret shared with Clearhold
 * @param feeBps what the bank keeps of each collection, in hundredths of a percent
 * @param limits how much of everything
 */
public record SandboxBankSettings(
        String host,
        int port,
        Path folder,
        URI callbackUri,
        SharedSecret secret,
        int feeBps,
        Limits limits) {
    /** A tenth of what is collected. */
    public static final int MAX_FEE_BPS = 1_000;

    public SandboxBankSettings {
        if (feeBps < 0 || feeBps > MAX_FEE_BPS) {
            throw new IllegalArgumentException(
                    "the fee of the sandbox bank is 0 to " + MAX_FEE_BPS + " bps");
        }
    }

    /** A bank that keeps nothing. */
    public SandboxBankSettings(
            String host,
            int port,
            Path folder,
            URI callbackUri,
            SharedSecret secret,
            Limits limits) {
        this(host, port, folder, callbackUri, secret, 0, limits);
    }

    /**
     * Every queue, wait and memory of the bank.
     *
     * @param maxRequestsInFlight above it requests are answered 503
     * @param maxBodyBytes above it requests are answered 413
     * @param maxOrders instructions that it remembers; above it new ones are answered 503, because
     *     forgetting one would let its id move money twice
     * @param maxStatements days and currencies in one statement file; above it one day has to be
     *     asked for
     * @param holdMs wall time for which an answer that never comes is held open
     * @param callbackParallelism callbacks on their way at once
     * @param callbackTimeoutMs wall time for the answer to a callback
     * @param callbackFirstMs wall time for which a callback that goes first holds the answer back
     * @param controlWaitMs wall time for which a moved clock waits for the callbacks it caused
     * @param maxOutageSeconds the longest outage that can be asked for
     * @param stopMs wall time for which a stop waits for what is under way
     */
    public record Limits(
            int maxRequestsInFlight,
            int maxBodyBytes,
            int maxOrders,
            int maxStatements,
            long holdMs,
            int callbackParallelism,
            long callbackTimeoutMs,
            long callbackFirstMs,
            long controlWaitMs,
            int maxOutageSeconds,
            long stopMs) {
        public static final Limits DEFAULT =
                new Limits(
                        1_024,
                        65_536,
                        10_000_000,
                        10_000,
                        2_500,
                        32,
                        5_000,
                        1_000,
                        5_000,
                        3_600,
                        2_000);

        public Limits {
            if (maxRequestsInFlight < 1
                    || maxBodyBytes < 1
                    || maxOrders < 1
                    || maxStatements < 1
                    || callbackParallelism < 1
                    || maxOutageSeconds < 1) {
                throw new IllegalArgumentException("every count of the sandbox bank is 1 or more");
            }
            if (holdMs < 1
                    || callbackTimeoutMs < 1
                    || callbackFirstMs < 1
                    || controlWaitMs < 1
                    || stopMs < 1) {
                throw new IllegalArgumentException(
                        "every time of the sandbox bank is 1 ms or more");
            }
        }
    }
}
