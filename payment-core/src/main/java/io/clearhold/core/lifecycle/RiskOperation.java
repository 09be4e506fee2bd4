package io.clearhold.core.lifecycle;

/** What a rule is about. Codes are stored and never reused. */
public enum RiskOperation {
    /** All of these. */
    ANY(1),
    /** A payment to the account, or with it as its payer, is created. */
    PAYMENT(2),
    /** Money leaves for a bank account. */
    PAYOUT(3),
    /** Money goes to another account. */
    TRANSFER(4),
    /** Money is collected for the balance. */
    TOPUP(5);

    private static final RiskOperation[] BY_CODE = Codes.index(values(), RiskOperation::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    RiskOperation(int code) {
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
    public static RiskOperation of(int code) {
        return Codes.of(BY_CODE, code, "RiskOperation");
    }
}
