package io.clearhold.gateway.http;

import io.clearhold.gateway.GatewaySettings.HttpLimits;
import io.clearhold.gateway.problem.ProblemCode;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a request before its body is read. */
final class RequestHead {
    private static final String CONTINUE = "100-continue";

    private RequestHead() {}

    /** Why this request is refused half-way, or null. */
    static @Nullable ProblemCode fault(HttpRequest head, HttpLimits limits) {
        if (head.decoderResult().isFailure()) {
            Throwable cause = head.decoderResult().cause();
            if (cause instanceof TooLongHttpLineException) {
                return ProblemCode.URI_TOO_LONG;
            }
            return cause instanceof TooLongHttpHeaderException
                    ? ProblemCode.HEADERS_TOO_LARGE
                    : ProblemCode.MALFORMED_REQUEST;
        }
        HttpHeaders headers = head.headers();
        if (headers.size() > limits.headerCount()) {
            return ProblemCode.HEADERS_TOO_LARGE;
        }
        if (!hasVersion(head) || !hasOneHost(head) || !hasTarget(head.uri())) {
            return ProblemCode.MALFORMED_REQUEST;
        }
        String expectation = headers.get(HttpHeaderNames.EXPECT);
        if (expectation != null && !expectation.equalsIgnoreCase(CONTINUE)) {
            return ProblemCode.EXPECTATION_FAILED;
        }
        return null;
    }

    /** Whether the body is announced to be larger than this. */
    static boolean announces(HttpRequest head, long bodyLimit) {
        String length = head.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && announced(length) > bodyLimit;
    }

    static boolean wantsContinue(HttpRequest head) {
        return head.headers().contains(HttpHeaderNames.EXPECT)
                && head.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }

    private static boolean hasVersion(HttpRequest head) {
        return head.protocolVersion().equals(HttpVersion.HTTP_1_1)
                || head.protocolVersion().equals(HttpVersion.HTTP_1_0);
    }

    private static boolean hasOneHost(HttpRequest head) {
        Iterator<? extends CharSequence> hosts =
                head.headers().valueCharSequenceIterator(HttpHeaderNames.HOST);
        if (!hosts.hasNext()) {
            return head.protocolVersion().equals(HttpVersion.HTTP_1_0);
        }
        hosts.next();
        return !hosts.hasNext();
    }

    private static boolean hasTarget(String target) {
        return target.startsWith("/") || target.contains("://") || target.equals("*");
    }

    private static long announced(String length) {
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            // The decoder refuses what is no number; what is too large for one is too large.
            return Long.MAX_VALUE;
        }
    }
}
