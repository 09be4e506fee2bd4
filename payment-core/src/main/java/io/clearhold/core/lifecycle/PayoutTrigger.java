package io.clearhold.core.lifecycle;

/** What moves a payout. */
public enum PayoutTrigger {
    /** The bank took it. */
    SUBMIT,
    /** No answer came that can be trusted. */
    LOSE,
    /** The channel, or a line of a statement, says that it arrived. */
    PAY,
    /** It did not leave, and will not. */
    FAIL,
    /** It had left, and came back. */
    RETURN,
    /** Its owner wants it no more. */
    CANCEL
}
