package io.clearhold.config.settings;

import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.port.Channel;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.console.ConsoleSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * Where and how the API is served.
 *
 * @param bind address to listen on
 * @param port 0 for any free one
 * @param publicUrl what clients use; empty to make it of address and port
 * @param limits of connections and requests
 * @param console limits of the pages for staff
 */
public record HttpSettings(
        String bind,
        int port,
        String publicUrl,
        int eventLoopThreads,
        GatewaySettings.HttpLimits limits,
        ConsoleSettings console,
        int keyCacheLimit,
        int slowOperationLimit,
        int listLimit,
        long listWaitMs,
        int storyFrameLimit,
        long clockTimeoutMs,
        long stopGraceMs) {
    private static final int MAX_PORT = 65_535;

    static HttpSettings read(SettingsReader reader) {
        int most = Integer.MAX_VALUE;
        GatewaySettings.HttpLimits limits =
                new GatewaySettings.HttpLimits(
                        (int) reader.bytes("http.body-limit", 1, 64 << 20),
                        reader.bytes("statements.file-limit", 1_024, 1L << 40),
                        reader.durationMs("statements.receive-timeout", 1),
                        (int) reader.bytes("http.header-limit", 1_024, 1 << 20),
                        reader.integer("http.header-count-limit", 1, 10_000),
                        (int) reader.bytes("http.target-limit", 256, 1 << 20),
                        reader.durationMs("http.receive-timeout", 1),
                        reader.durationMs("http.idle-timeout", 1),
                        reader.durationMs("http.reply-timeout", 1),
                        reader.durationMs("http.drain-time", 0),
                        reader.integer("http.pipelined-limit", 1, 65_536),
                        reader.integer("http.connection-limit", 1, most),
                        (int) reader.bytes("http.batch-body-limit", 1, 64 << 20),
                        reader.integer("http.batch-limit", 1, 10_000));
        ConsoleSettings console =
                new ConsoleSettings(
                        reader.integer("console.session-limit", 1, 1_000_000),
                        reader.durationMs("console.session-idle", 1),
                        reader.durationMs("console.session-lifetime", 1),
                        reader.integer("console.search-limit", 0, 1_000_000));
        return new HttpSettings(
                reader.text("bind"),
                reader.integer("port", 0, MAX_PORT),
                reader.url("public-url"),
                reader.integer("http.event-loop-threads", 0, 1_024),
                limits,
                console,
                reader.integer("http.key-cache-limit", 1, most),
                reader.integer("http.slow-operation-limit", 1, most),
                reader.integer("http.list-limit", 1, most),
                reader.durationMs("http.list-wait", 0),
                reader.integer("http.story-frame-limit", 1, most),
                reader.durationMs("http.clock-timeout", 1),
                reader.durationMs("http.stop-grace", 0));
    }

    /**
     * The gateway's settings once the port is certain.
     *
     * @param channels that payments can name
     * @param spool folder for bodies that go to files
     * @param epochs of the ids of events
     */
    public GatewaySettings gateway(
            int boundPort, List<Channel> channels, Path spool, IdEpochs epochs) {
        return new GatewaySettings(
                bind,
                boundPort,
                url(boundPort),
                channels,
                channels.isEmpty() ? 0 : channels.getFirst().number(),
                spool,
                epochs,
                eventLoopThreads,
                limits,
                console,
                keyCacheLimit,
                slowOperationLimit,
                listLimit,
                listWaitMs,
                storyFrameLimit,
                clockTimeoutMs,
                stopGraceMs);
    }

    /** Where clients reach the API. */
    public String url(int boundPort) {
        return publicUrl.isEmpty() ? "http://" + reachable(bind) + ":" + boundPort : publicUrl;
    }

    /** Where this machine reaches the API. */
    public String localUrl(int boundPort) {
        return "http://" + reachable(bind) + ":" + boundPort;
    }

    /** An address that stands for all of a machine's is reached through the loopback one. */
    static String reachable(String address) {
        return switch (address) {
            case "0.0.0.0", "" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default ->
                    address.contains(":") && !address.startsWith("[")
                            ? "[" + address + "]"
                            : address;
        };
    }
}
