package io.clearhold.core.lifecycle;

/** How often a balance leaves by itself. Codes are stored and never reused. */
public enum PayoutInterval {
    /** Only when asked for. */
    MANUAL(1),
    /** Each business day. */
    DAILY(2),
    /** The first business day of each week. */
    WEEKLY(3);

    private static final PayoutInterval[] BY_CODE = Codes.index(values(), PayoutInterval::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    PayoutInterval(int code) {
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
    public static PayoutInterval of(int code) {
        return Codes.of(BY_CODE, code, "PayoutInterval");
    }
}
