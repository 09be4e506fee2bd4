package io.clearhold.core.lifecycle;

/** Whether collected money is held. Codes are stored and never reused. */
public enum PaymentMode {
    /** Held until confirmed. */
    ESCROW(1),
    /** Released at once when collected. */
    DIRECT(2);

    private static final PaymentMode[] BY_CODE = Codes.index(values(), PaymentMode::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    PaymentMode(int code) {
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
    public static PaymentMode of(int code) {
        return Codes.of(BY_CODE, code, "PaymentMode");
    }
}
