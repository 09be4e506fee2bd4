package io.clearhold.gateway.render;

import org.jspecify.annotations.Nullable;

/** What a body is, and the header fields that follow from it. */
public enum MediaType {
    JSON("application/json", "no-store", null),
    PROBLEM("application/problem+json", "no-store", null),
    PROMETHEUS("text/plain; version=0.0.4; charset=utf-8", "no-store", null),
    XML("application/xml", "no-store", null),
    CSV("text/csv; charset=utf-8", "no-store", null),
    TEXT("text/plain; charset=utf-8", "no-store", null),
    /** A page of our own: nothing from elsewhere, and nobody may frame it. */
    HTML(
            "text/html; charset=utf-8",
            "no-cache",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                    + " data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'"),
    JAVASCRIPT("text/javascript; charset=utf-8", "max-age=3600", null),
    CSS("text/css; charset=utf-8", "max-age=3600", null),
    PNG("image/png", "max-age=3600", null);

    private final String fields;

    MediaType(String contentType, String cacheControl, @Nullable String contentSecurityPolicy) {
        String text =
                "Content-Type: "
                        + contentType
                        + "\r\nCache-Control: "
                        + cacheControl
                        + "\r\nX-Content-Type-Options: nosniff\r\n";
        if (contentSecurityPolicy != null) {
            text += "Content-Security-Policy: " + contentSecurityPolicy + "\r\n";
            text += "Referrer-Policy: no-referrer\r\n";
        }
        this.fields = text;
    }

    /** Header lines as they go out. */
    public String fields() {
        return fields;
    }
}
