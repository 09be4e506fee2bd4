package io.clearhold.core.lifecycle;

/**
 * What is known of an instruction after asking or hearing from a bank. Codes are stored and never
 * reused.
 */
public enum BankOutcome {
    /** Taken, not finished. */
    ACCEPTED(1),
    /** Refused for good. */
    REJECTED(2),
    /** No answer that can be trusted. */
    UNKNOWN(3),
    /** Not a byte left, certainly. */
    NOT_SENT(4),
    /** Done, with this amount. */
    SETTLED(5),
    /** The bank does not know the id. */
    NOT_FOUND(6),
    /** Known, not finished. */
    PENDING(7),
    /** Done, and came back. */
    RETURNED(8),
    /** Closed at our request, with nothing done. */
    CLOSED(9),
    /** Collected, and the payer's bank took it back. */
    CHARGED_BACK(10);

    private static final BankOutcome[] BY_CODE = Codes.index(values(), BankOutcome::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    BankOutcome(int code) {
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
    public static BankOutcome of(int code) {
        return Codes.of(BY_CODE, code, "BankOutcome");
    }
}
