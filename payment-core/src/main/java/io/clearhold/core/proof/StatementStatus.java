package io.clearhold.core.proof;

import io.clearhold.core.lifecycle.Codes;

/** Where a statement stands. Codes are stored and never reused. */
public enum StatementStatus {
    /** Its lines are on their way in. */
    IMPORTING(1),
    /** All its lines are in. */
    COMPLETE(2);

    private static final StatementStatus[] BY_CODE = Codes.index(values(), StatementStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    StatementStatus(int code) {
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
    public static StatementStatus of(int code) {
        return Codes.of(BY_CODE, code, "StatementStatus");
    }
}
