package io.clearhold.core.lifecycle;

/** How a rule measures. Codes are stored and never reused. */
public enum RiskRule {
    /** The amount of one operation. */
    MAX_AMOUNT(1),
    /** The sum of amounts in a day, UTC. */
    MAX_PER_DAY(2),
    /** How many operations in a window of time. */
    MAX_COUNT(3),
    /** The account on the other side. */
    BLOCKED_ACCOUNT(4),
    /** The bank account that a payout goes to. */
    BLOCKED_DESTINATION(5);

    private static final RiskRule[] BY_CODE = Codes.index(values(), RiskRule::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    RiskRule(int code) {
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
    public static RiskRule of(int code) {
        return Codes.of(BY_CODE, code, "RiskRule");
    }
}
