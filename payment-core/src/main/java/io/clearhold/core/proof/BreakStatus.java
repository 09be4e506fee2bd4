package io.clearhold.core.proof;

import io.clearhold.core.lifecycle.Codes;

/** Where a break stands. Codes are stored and never reused. */
public enum BreakStatus {
    /** To be explained. */
    OPEN(1),
    /** Explained. */
    RESOLVED(2);

    private static final BreakStatus[] BY_CODE = Codes.index(values(), BreakStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    BreakStatus(int code) {
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
    public static BreakStatus of(int code) {
        return Codes.of(BY_CODE, code, "BreakStatus");
    }
}
