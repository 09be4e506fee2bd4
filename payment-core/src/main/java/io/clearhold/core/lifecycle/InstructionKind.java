package io.clearhold.core.lifecycle;

/** What a bank is told to do. Codes are stored and never reused. */
public enum InstructionKind {
    /** Collect for a payment. */
    COLLECT(1),
    /** Send collected money back. */
    REFUND(2),
    /** Send money to a bank account. */
    PAYOUT(3),
    /** Collect for an account's own balance. */
    TOPUP(4),
    /** Bring the operator's own money in. */
    OWN_FUNDS(7),
    /** Send the operator's own money to his own bank account. */
    WITHDRAWAL(8),
    /** Contest a chargeback: settled is won, failed is lost. */
    CONTEST(9),
    /** Send unexplained money back; its subject is the instruction that collected it. */
    GIVE_BACK(10);

    private static final InstructionKind[] BY_CODE = Codes.index(values(), InstructionKind::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    InstructionKind(int code) {
        this.code = code;
    }

    /** Whether it brings money in. */
    public boolean collects() {
        return this == COLLECT || this == TOPUP || this == OWN_FUNDS;
    }

    public int code() {
        return code;
    }

    /** The name outside: lower case. */
    public String label() {
        return label;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static InstructionKind of(int code) {
        return Codes.of(BY_CODE, code, "InstructionKind");
    }
}
