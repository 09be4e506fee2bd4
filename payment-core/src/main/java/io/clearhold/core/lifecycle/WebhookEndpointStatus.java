package io.clearhold.core.lifecycle;

/** Whether a webhook endpoint gets events. Codes are stored and never reused. */
public enum WebhookEndpointStatus {
    /** It does. */
    ENABLED(1),
    /** Not for now: its owner said so, or it answered that it is gone. */
    DISABLED(2),
    /** Never again; nobody sees it any more. */
    DELETED(3);

    private static final WebhookEndpointStatus[] BY_CODE =
            Codes.index(values(), WebhookEndpointStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    WebhookEndpointStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The name outside: lower case. */
    public String label() {
        return label;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static WebhookEndpointStatus of(int code) {
        return Codes.of(BY_CODE, code, "WebhookEndpointStatus");
    }
}
