package io.clearhold.core.proof;

import io.clearhold.core.lifecycle.Codes;

/** What is done about a break. Codes are stored and never reused. */
public enum BreakAction {
    /** It is the money of a movement whose line did not name it. */
    MATCH(1),
    /** It collects a payment. */
    APPLY(2),
    /** It becomes available to an account. */
    CREDIT(3),
    /** It goes back to where it was collected. */
    REFUND(4),
    /** An account pays for it: what it has, then debt. */
    CHARGE(5),
    /** The operator bears it, or keeps it. */
    WRITE_OFF(6),
    /** Nothing yet: the line may still come. Proposed, never done. */
    WAIT(7);

    private static final BreakAction[] BY_CODE = Codes.index(values(), BreakAction::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    BreakAction(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The name outside: lower case. */
    public String label() {
        return label;
    }

    /** Whether it can be done about money that came (credit), or left or is missing (debit). */
    public boolean fits(EntrySide direction) {
        return switch (this) {
            case MATCH, WRITE_OFF -> true;
            case APPLY, CREDIT, REFUND -> direction == EntrySide.CREDIT;
            case CHARGE -> direction == EntrySide.DEBIT;
            case WAIT -> false;
        };
    }

    /** Whether reopening the break takes it back; what reached a payment or a payer stays there. */
    public boolean canBeUndone() {
        return switch (this) {
            case MATCH, CREDIT, CHARGE, WRITE_OFF -> true;
            case APPLY, REFUND, WAIT -> false;
        };
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static BreakAction of(int code) {
        return Codes.of(BY_CODE, code, "BreakAction");
    }
}
