package io.clearhold.core.view;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;

/**
 * An approval as the view has it; the same fields as the core's ApprovalResult, with its texts.
 *
 * @param subject the object that it is about, 0 if there is none
 * @param numbers what the kind says they mean
 * @param failure the result code that it failed with, 0 and amounts of 0 if it did not
 * @param proposer the key of who proposed it
 * @param decider the key of who decided it, all of 0 and empty if nobody did
 * @param sequence of its last frame
 */
public record ApprovalRow(
        long id,
        ApprovalKind kind,
        ApprovalStatus status,
        long subject,
        Numbers numbers,
        Failure failure,
        Eyes proposer,
        Eyes decider,
        long expiresAtMs,
        long decidedAtMs,
        long createdAtMs,
        long sequence) {
    /** First to last. */
    public record Numbers(long first, long second, long third, long fourth, long fifth) {}

    /** A result code's number, with its two amounts. */
    public record Failure(int code, long first, long second) {}

    /**
     * A person, at the moment he acted.
     *
     * @param keySequence the frame that made his key, whose text {@code person} names him
     * @param sequence the frame in which he acted
     * @param note JSON members of his command
     */
    public record Eyes(long key, long keySequence, String person, long sequence, String note) {}
}
