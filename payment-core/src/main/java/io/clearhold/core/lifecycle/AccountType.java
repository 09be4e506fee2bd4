package io.clearhold.core.lifecycle;

/** What an account is for. Codes are stored and never reused. */
public enum AccountType {
    /** Collects. */
    MERCHANT(1),
    /** Pays. */
    BUYER(2);

    private static final AccountType[] BY_CODE = Codes.index(values(), AccountType::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    AccountType(int code) {
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
    public static AccountType of(int code) {
        return Codes.of(BY_CODE, code, "AccountType");
    }
}
