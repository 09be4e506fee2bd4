package io.clearhold.core.approval;

import io.clearhold.core.lifecycle.Codes;

/** How the operator moves his own money. Codes are stored and never reused. */
public enum AdjustmentType {
    /** His own money comes in. */
    OWN_FUNDS(1),
    /** It goes out to him: from own funds, or from fees that he has earned. */
    WITHDRAWAL(2),
    /** Own funds are set aside for debts. */
    RISK_RESERVE(3),
    /** He bears what an account owes: from the risk reserve, then from own funds. */
    WRITE_OFF(4);

    private static final AdjustmentType[] BY_CODE = Codes.index(values(), AdjustmentType::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    AdjustmentType(int code) {
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
    public static AdjustmentType of(int code) {
        return Codes.of(BY_CODE, code, "AdjustmentType");
    }
}
