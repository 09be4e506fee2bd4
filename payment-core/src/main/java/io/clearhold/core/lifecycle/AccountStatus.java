package io.clearhold.core.lifecycle;

/** Whether an account may move money. Codes are stored and never reused. */
public enum AccountStatus {
    /** It may. */
    ACTIVE(1),
    /** Not for now. */
    FROZEN(2),
    /** Never again. */
    CLOSED(3);

    private static final AccountStatus[] BY_CODE = Codes.index(values(), AccountStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    AccountStatus(int code) {
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
    public static AccountStatus of(int code) {
        return Codes.of(BY_CODE, code, "AccountStatus");
    }
}
