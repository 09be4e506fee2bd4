package io.clearhold.core.lifecycle;

/** What the operator does to an account. Codes are stored and never reused. */
public enum AccountTrigger {
    /** It moves no money for now. */
    FREEZE(1),
    /** It may move money again. */
    UNFREEZE(2),
    /** It is empty, and stays so. */
    CLOSE(3);

    private static final AccountTrigger[] BY_CODE = Codes.index(values(), AccountTrigger::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    AccountTrigger(int code) {
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
    public static AccountTrigger of(int code) {
        return Codes.of(BY_CODE, code, "AccountTrigger");
    }
}
