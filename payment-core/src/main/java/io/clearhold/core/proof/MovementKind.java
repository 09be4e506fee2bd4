package io.clearhold.core.proof;

import io.clearhold.core.lifecycle.Codes;

/**
 * What moves through a bank account on our behalf, and so is expected on its statement. Codes are
 * stored and never reused.
 */
public enum MovementKind {
    /** A payer paid: a credit. */
    COLLECTION(1),
    /** Money goes back to a payer: a debit. */
    REFUND(2),
    /** Money goes to an account's own bank account: a debit. */
    PAYOUT(3),
    /** What had left came back, or a chargeback was won: a credit. */
    RETURN(4),
    /** The payer's bank took collected money back: a debit. */
    CHARGEBACK(5);

    private static final MovementKind[] BY_CODE = Codes.index(values(), MovementKind::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    MovementKind(int code) {
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
    public static MovementKind of(int code) {
        return Codes.of(BY_CODE, code, "MovementKind");
    }
}
