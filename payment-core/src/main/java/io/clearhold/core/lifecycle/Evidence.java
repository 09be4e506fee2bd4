package io.clearhold.core.lifecycle;

/** Where an outcome comes from. Codes are stored and never reused. */
public enum Evidence {
    /** The answer to our own request. */
    ANSWER(1),
    /** A signed message of the bank. */
    CALLBACK(2),
    /** The answer to a query. */
    QUERY(3),
    /** A line of a statement. */
    STATEMENT(4);

    private static final Evidence[] BY_CODE = Codes.index(values(), Evidence::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    Evidence(int code) {
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
    public static Evidence of(int code) {
        return Codes.of(BY_CODE, code, "Evidence");
    }
}
