package io.clearhold.core.lifecycle;

/** Where a payout stands. Codes are stored and never reused. */
public enum PayoutStatus {
    /** Not yet at the bank. */
    PENDING(1),
    /** The bank has it. */
    SUBMITTED(2),
    /** The channel confirmed it. */
    PAID(3),
    /** It did not leave; the money is available again. */
    FAILED(4),
    /** It had left and came back. */
    RETURNED(5),
    /** Nobody knows whether the bank has it; it is being queried. */
    UNKNOWN(6);

    private static final PayoutStatus[] BY_CODE = Codes.index(values(), PayoutStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    PayoutStatus(int code) {
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
    public static PayoutStatus of(int code) {
        return Codes.of(BY_CODE, code, "PayoutStatus");
    }
}
