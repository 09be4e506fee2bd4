package io.clearhold.core.lifecycle;

/** What moves a refund from one {@link RefundStatus} to the next. */
public enum RefundTrigger {
    /** The channel's word or its statement line; a wallet's refund succeeds at once. */
    SUCCEED,
    /** It did not leave, or came back. */
    FAIL
}
