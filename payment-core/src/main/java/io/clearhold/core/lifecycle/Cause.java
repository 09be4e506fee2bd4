package io.clearhold.core.lifecycle;

/** What brought a fact about. Codes are stored and never reused. */
public enum Cause {
    /** Somebody asked. */
    REQUEST(1),
    /** A deadline passed. */
    DEADLINE(2),
    /** The mode of the payment, when it was collected. */
    COLLECTION(3),
    /** A dispute ended so. */
    DISPUTE(4),
    /** The channel said so. */
    CHANNEL(9);

    private static final Cause[] BY_CODE = Codes.index(values(), Cause::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    Cause(int code) {
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
    public static Cause of(int code) {
        return Codes.of(BY_CODE, code, "Cause");
    }
}
