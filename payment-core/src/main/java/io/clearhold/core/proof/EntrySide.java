package io.clearhold.core.proof;

import io.clearhold.core.lifecycle.Codes;

/**
 * The side of a statement line, as the owner of the bank account sees it. Codes are stored and
 * never reused.
 */
public enum EntrySide {
    /** Money came. */
    CREDIT(1),
    /** Money left. */
    DEBIT(2);

    private static final EntrySide[] BY_CODE = Codes.index(values(), EntrySide::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    EntrySide(int code) {
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
    public static EntrySide of(int code) {
        return Codes.of(BY_CODE, code, "EntrySide");
    }
}
