package io.clearhold.core.lifecycle;

/** How a fee or a split is given. Codes are stored and never reused. */
public enum ShareKind {
    /** Not at all. */
    NONE(0),
    /** An amount in minor units. */
    AMOUNT(1),
    /** Basis points of what is collected. */
    BPS(2);

    private static final ShareKind[] BY_CODE = Codes.index(values(), ShareKind::code);

    private final int code;

    ShareKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static ShareKind of(int code) {
        return Codes.of(BY_CODE, code, "ShareKind");
    }
}
