package io.clearhold.config.server;

import io.clearhold.config.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Picks a port where 0 was asked for. The sandbox bank must be told where callbacks go before the
 * gateway that takes them is bound, so the choice cannot be left to the bind.
 */
final class FreePort {
    private FreePort() {}

    /** The port itself, or a free one if it is 0. */
    static int resolve(String host, int port) {
        if (port != 0) {
            return port;
        }
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new StartRefusedException(
                    "no free port is to be had on " + host + " (" + e.getMessage() + ")", e);
        }
    }
}
