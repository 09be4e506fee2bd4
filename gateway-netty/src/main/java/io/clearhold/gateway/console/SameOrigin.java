package io.clearhold.gateway.console;

import io.clearhold.gateway.operation.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;

/**
 * Whether a form was posted from a page of this server. Browsers say so in {@code Sec-Fetch-Site},
 * or, without https, in {@code Origin}; who sends neither is no browser, and carries no cookie that
 * a foreign page could abuse.
 */
final class SameOrigin {
    private final String publicOrigin;

    SameOrigin(String publicBaseUrl) {
        this.publicOrigin = origin(publicBaseUrl);
    }

    boolean holds(Request request) {
        String site = request.headers().get("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        if (origin == null) {
            return true;
        }
        String host = request.headers().get(HttpHeaderNames.HOST);
        return origin.equalsIgnoreCase(publicOrigin)
                || origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
