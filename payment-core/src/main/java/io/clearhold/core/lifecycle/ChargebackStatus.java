package io.clearhold.core.lifecycle;

/** Where a chargeback stands. Codes are stored and never reused. */
public enum ChargebackStatus {
    /** The payer's bank took the money back; the payee may answer. */
    OPENED(1),
    /** The payee's evidence is with the channel, which decides. */
    EVIDENCE(2),
    /** The payee does not contest it. */
    ACCEPTED(3),
    /** The channel gave the money back. */
    WON(4),
    /** The money stays with the payer. */
    LOST(5);

    private static final ChargebackStatus[] BY_CODE = Codes.index(values(), ChargebackStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    ChargebackStatus(int code) {
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
    public static ChargebackStatus of(int code) {
        return Codes.of(BY_CODE, code, "ChargebackStatus");
    }
}
