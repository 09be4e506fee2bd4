package io.clearhold.core.lifecycle;

/**
 * What a rule does, or the staff with what it holds; the stronger has the higher code. Codes are
 * stored and never reused.
 */
public enum RiskAction {
    /** It goes on, and somebody may look at it. */
    FLAG(1),
    /** It waits for the staff. */
    HOLD(2),
    /** It is refused. */
    REFUSE(3),
    /** The staff let it go on. */
    RELEASE(4),
    /** The staff refused it. */
    REJECT(5);

    private static final RiskAction[] BY_CODE = Codes.index(values(), RiskAction::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    RiskAction(int code) {
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
    public static RiskAction of(int code) {
        return Codes.of(BY_CODE, code, "RiskAction");
    }
}
