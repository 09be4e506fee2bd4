package io.clearhold.core.lifecycle;

/** Where a top-up stands. Codes are stored and never reused. */
public enum TopUpStatus {
    /** The channel is to collect. */
    PENDING(1),
    /** Collected: the money is available. */
    SUCCEEDED(2),
    /** The channel declined. */
    DECLINED(3),
    /** Nothing came that the account can take, and nothing will. */
    FAILED(4);

    private static final TopUpStatus[] BY_CODE = Codes.index(values(), TopUpStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    TopUpStatus(int code) {
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
    public static TopUpStatus of(int code) {
        return Codes.of(BY_CODE, code, "TopUpStatus");
    }
}
