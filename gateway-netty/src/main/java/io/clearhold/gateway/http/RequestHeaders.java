package io.clearhold.gateway.http;

import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Route;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/** Header fields of requests that the contract gives a meaning. */
final class RequestHeaders {
    static final AsciiString CLIENT_SECRET = AsciiString.cached("Clearhold-Client-Secret");
    static final AsciiString IDEMPOTENCY_KEY = AsciiString.cached("Idempotency-Key");

    private static final AsciiString RECEIPT = AsciiString.cached("Clearhold-Receipt");
    private static final String JSON = "application/json";
    private static final int KEY_LIMIT = 255;

    private RequestHeaders() {}

    /** Refuses a body of another type where JSON is read. */
    static void checkMediaType(Route route, Request request) {
        if (!(route.body() instanceof Route.Body.Json) || request.bodyLength() == 0) {
            return;
        }
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE);
        boolean json =
                type != null
                        && type.regionMatches(true, 0, JSON, 0, JSON.length())
                        && (type.length() == JSON.length()
                                || type.charAt(JSON.length()) == ';'
                                || type.charAt(JSON.length()) == ' ');
        if (!json) {
            throw RequestRefused.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** The idempotency key; null where none is needed and none is given. */
    static @Nullable String idempotencyKey(Route route, Request request) {
        return checkedKey(route, request.headers().get(IDEMPOTENCY_KEY));
    }

    /** The same for a key that was found elsewhere. */
    static @Nullable String checkedKey(Route route, @Nullable String key) {
        if (key == null) {
            if (route.idempotencyRequired()) {
                throw RequestRefused.of(ProblemCode.IDEMPOTENCY_KEY_MISSING);
            }
            return null;
        }
        if (key.isEmpty() || key.length() > KEY_LIMIT || !isPrintable(key)) {
            throw RequestRefused.of(ProblemCode.INVALID_IDEMPOTENCY_KEY);
        }
        return key;
    }

    /** Whether a write wants to know where its receipt is; a batch has many, by sequence. */
    static boolean wantsReceipt(Route route, Request request) {
        return route.writes() && !route.isBatch() && "1".equals(request.headers().get(RECEIPT));
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
