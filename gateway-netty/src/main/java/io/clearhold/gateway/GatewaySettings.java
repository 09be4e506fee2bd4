package io.clearhold.gateway;

import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.port.Channel;
import io.clearhold.gateway.console.ConsoleSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of this module; every limit of the server has its name here.
 *
 * @param host address to bind
 * @param port 0 for any free one
 * @param publicBaseUrl what clients reach this server by; it is part of answers
 * @param channels payment channels by number and name
 * @param payoutChannel number of the channel that payouts leave by
 * @param spool folder for bodies that go to files
 * @param epochs of the ids of events
 * @param eventLoopThreads 0 for one per processor
 * @param http limits of connections and requests
 * @param console limits of the pages for staff
 * @param keyCacheEntries API keys that are remembered between requests
 * @param slowOperationLimit operations at a time that walk the journal or wait
 * @param listLimit lists at a time; less than the limit above, so that a database that hangs costs
 *     nobody else
 * @param listWaitMs how long a list waits for the view to get to a sequence
 * @param storyFrameLimit frames that one story reads
 * @param waitTimeoutMs how long a slow operation, or moving the sandbox clock, may take
 * @param stopGraceMs how long requests in progress may take when the server stops
 */
public record GatewaySettings(
        String host,
        int port,
        String publicBaseUrl,
        List<Channel> channels,
        int payoutChannel,
        Path spool,
        IdEpochs epochs,
        int eventLoopThreads,
        HttpLimits http,
        ConsoleSettings console,
        int keyCacheEntries,
        int slowOperationLimit,
        int listLimit,
        long listWaitMs,
        int storyFrameLimit,
        long waitTimeoutMs,
        long stopGraceMs) {

    /**
     * Limits of connections and requests.
     *
     * @param bodyBytes larger is 413
     * @param fileBytes of a body that goes to a file; larger is 413
     * @param fileReceiveTimeoutMs for such a body, from its first byte to its last
     * @param headerBytes all header fields together; larger is 431
     * @param headerCount more is 431
     * @param targetBytes a longer request line is 414
     * @param receiveTimeoutMs from the first byte of a request to its last
     * @param idleTimeoutMs between two requests
     * @param replyTimeoutMs for an answer of the ledger; after it the outcome is unknown
     * @param drainMs how long the rest of a refused body is read before closing
     * @param pipelinedMessages decoded parts that wait before reading pauses
     * @param connections at a time; more are closed at once
     * @param batchBodyBytes of a batch; larger is 413
     * @param batchOperations of a batch; more is 400
     */
    public record HttpLimits(
            int bodyBytes,
            long fileBytes,
            long fileReceiveTimeoutMs,
            int headerBytes,
            int headerCount,
            int targetBytes,
            long receiveTimeoutMs,
            long idleTimeoutMs,
            long replyTimeoutMs,
            long drainMs,
            int pipelinedMessages,
            int connections,
            int batchBodyBytes,
            int batchOperations) {
        /** What the contract promises. */
        public static HttpLimits defaults() {
            return new HttpLimits(
                    256 * 1024,
                    1L << 30,
                    600_000,
                    16 * 1024,
                    100,
                    4 * 1024,
                    10_000,
                    60_000,
                    30_000,
                    2_000,
                    64,
                    20_000,
                    4 * 1024 * 1024,
                    500);
        }
    }

    public GatewaySettings {
        channels = List.copyOf(channels);
    }

    /** A server on the loopback address. */
    public static GatewaySettings defaults(int port) {
        return new GatewaySettings(
                "127.0.0.1",
                port,
                "http://127.0.0.1:" + port,
                List.of(Channel.SANDBOX),
                Channel.SANDBOX.number(),
                Path.of(System.getProperty("java.io.tmpdir"), "clearhold-bodies"),
                IdEpochs.FIRST,
                0,
                HttpLimits.defaults(),
                ConsoleSettings.defaults(),
                100_000,
                64,
                32,
                5_000,
                10_000,
                600_000,
                10_000);
    }

    public GatewaySettings withHttp(HttpLimits limits) {
        return new GatewaySettings(
                host,
                port,
                publicBaseUrl,
                channels,
                payoutChannel,
                spool,
                epochs,
                eventLoopThreads,
                limits,
                console,
                keyCacheEntries,
                slowOperationLimit,
                listLimit,
                listWaitMs,
                storyFrameLimit,
                waitTimeoutMs,
                stopGraceMs);
    }

    /** The number of a channel by its name, 0 if there is none. */
    public int channelNumber(CharSequence name) {
        for (Channel channel : channels) {
            if (channel.name().contentEquals(name)) {
                return channel.number();
            }
        }
        return 0;
    }

    /** The name of a channel by its number. */
    public String channelName(long number) {
        for (Channel channel : channels) {
            if (channel.number() == number) {
                return channel.name();
            }
        }
        return Long.toString(number);
    }
}
