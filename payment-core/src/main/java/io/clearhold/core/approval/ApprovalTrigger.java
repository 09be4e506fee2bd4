package io.clearhold.core.approval;

/** What ends an approval, or is refused once it has ended. */
public enum ApprovalTrigger {
    /** A second person agrees, and what was proposed is decided again: it can be done. */
    APPROVE,
    /** A second person does not agree. */
    REJECT,
    /** Nobody decided in time. */
    EXPIRE,
    /** A second person agrees, but what was proposed is refused by now. */
    FAIL
}
