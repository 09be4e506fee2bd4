package io.clearhold.core.proof;

import io.clearhold.core.lifecycle.Codes;

/** How a break was explained. Codes are stored and never reused. */
public enum BreakResolution {
    /** The statement line that was missing came. */
    LINE_CAME(1),
    /** The chargeback that took more than was left was won. */
    CHARGEBACK_WON(9);

    private static final BreakResolution[] BY_CODE = Codes.index(values(), BreakResolution::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    BreakResolution(int code) {
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
    public static BreakResolution of(int code) {
        return Codes.of(BY_CODE, code, "BreakResolution");
    }
}
