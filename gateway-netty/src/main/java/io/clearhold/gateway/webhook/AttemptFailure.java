package io.clearhold.gateway.webhook;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.PrematureChannelClosureException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why there was no answer, in words for the endpoint's owner: nothing that a receiver sent is
 * quoted, and nothing of this machine is told.
 */
final class AttemptFailure {
    private AttemptFailure() {}

    static String describe(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectTimeoutException e -> "no connection in time";
            case NoRouteToHostException e -> "no route to the host";
            case ConnectException e -> "the connection was refused";
            case SSLException e -> "the TLS handshake failed";
            case PrematureChannelClosureException e -> "the connection ended before an answer";
            case ClosedChannelException e -> "the connection ended before an answer";
            case IllegalArgumentException e -> "the answer is not HTTP";
            case null, default -> "the connection broke";
        };
    }
}
