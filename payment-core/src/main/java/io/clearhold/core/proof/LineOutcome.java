package io.clearhold.core.proof;

import io.clearhold.core.lifecycle.Codes;

/** What became of a statement line. Codes are stored and never reused. */
public enum LineOutcome {
    /** It shows a movement that was expected. */
    MATCHED(1),
    /** It went to suspense with a break. */
    UNEXPLAINED(2),
    /** Another file has shown this very line. */
    DUPLICATE(3),
    /** Another file has shown this line with other content; nothing was posted. */
    CHANGED(4),
    /** Its currency is not enabled here; nothing was posted. */
    CURRENCY_NOT_SUPPORTED(5),
    /** Its amount does not fit the book; nothing was posted. */
    TOO_LARGE(6);

    private static final LineOutcome[] BY_CODE = Codes.index(values(), LineOutcome::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    LineOutcome(int code) {
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
    public static LineOutcome of(int code) {
        return Codes.of(BY_CODE, code, "LineOutcome");
    }
}
