package io.clearhold.gateway.console;

import io.clearhold.gateway.operation.Request;
import io.netty.handler.codec.http.HttpHeaderNames;

/** The cookie that carries a session's id (RFC 6265), and nothing else. */
final class SessionCookie {
    private static final String NAME = "clearhold_console";
    private static final String ATTRIBUTES = "; Path=/console; HttpOnly; SameSite=Strict";

    private final boolean publicHttps;

    SessionCookie(String publicBaseUrl) {
        this.publicHttps = publicBaseUrl.startsWith("https:");
    }

    /** The id that a request brings, empty if it brings none. */
    static String read(Request request) {
        for (String header : request.headers().getAll(HttpHeaderNames.COOKIE)) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(NAME)) {
                    return pair.substring(equals + 1).strip();
                }
            }
        }
        return "";
    }

    String begin(Request request, Session session) {
        return NAME + "=" + session.id() + ATTRIBUTES + secure(request);
    }

    String end(Request request) {
        return NAME + "=; Max-Age=0" + ATTRIBUTES + secure(request);
    }

    /** Behind a proxy that speaks https the cookie must never travel without it. */
    private String secure(Request request) {
        boolean https =
                publicHttps || "https".equalsIgnoreCase(request.headers().get("X-Forwarded-Proto"));
        return https ? "; Secure" : "";
    }
}
