package io.clearhold.core.lifecycle;

/** How a payment is paid. Codes are stored and never reused. */
public enum MethodKind {
    /** Not yet. */
    NONE(0),
    /** By a bank channel. */
    CHANNEL(1),
    /** From an available balance. */
    WALLET(2);

    private static final MethodKind[] BY_CODE = Codes.index(values(), MethodKind::code);

    private final int code;

    MethodKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static MethodKind of(int code) {
        return Codes.of(BY_CODE, code, "MethodKind");
    }
}
