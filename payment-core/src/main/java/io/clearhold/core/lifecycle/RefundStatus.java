package io.clearhold.core.lifecycle;

/** Where a refund stands. Codes are stored and never reused. */
public enum RefundStatus {
    /** On its way. */
    PENDING(1),
    /** The channel confirmed it. */
    SUCCEEDED(2),
    /** It did not leave; the money is back. */
    FAILED(3);

    private static final RefundStatus[] BY_CODE = Codes.index(values(), RefundStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    RefundStatus(int code) {
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
    public static RefundStatus of(int code) {
        return Codes.of(BY_CODE, code, "RefundStatus");
    }
}
