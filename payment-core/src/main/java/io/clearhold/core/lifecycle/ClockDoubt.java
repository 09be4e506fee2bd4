package io.clearhold.core.lifecycle;

/** Why log time is not trusted with deadlines that move money. Codes are stored, never reused. */
public enum ClockDoubt {
    /** The wall clock departed from log time. */
    DEPARTED(1),
    /** Nobody served for so long that what was due meanwhile is not to happen all at once. */
    DOWN(2);

    private static final ClockDoubt[] BY_CODE = Codes.index(values(), ClockDoubt::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    ClockDoubt(int code) {
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
    public static ClockDoubt of(int code) {
        return Codes.of(BY_CODE, code, "ClockDoubt");
    }
}
