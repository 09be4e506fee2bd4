package io.clearhold.core.proof;

import io.clearhold.core.lifecycle.Codes;

/** Formats of bank statements that post. Codes are stored and never reused. */
public enum StatementFormat {
    /** ISO 20022 Bank-to-Customer Statement. */
    CAMT_053(1, "camt.053");

    private static final StatementFormat[] BY_CODE = Codes.index(values(), StatementFormat::code);

    private final int code;
    private final String label;

    StatementFormat(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    /** The standard's name. */
    public String label() {
        return label;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static StatementFormat of(int code) {
        return Codes.of(BY_CODE, code, "StatementFormat");
    }
}
