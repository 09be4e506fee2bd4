package io.clearhold.core.approval;

import io.clearhold.core.lifecycle.Codes;

/** Where an approval stands. Codes are stored and never reused. */
public enum ApprovalStatus {
    /** It waits for a second person. */
    PROPOSED(1),
    /** A second person agreed, and it is done. */
    APPROVED(2),
    /** A second person did not agree. */
    REJECTED(3),
    /** Nobody decided in time. */
    EXPIRED(4),
    /** A second person agreed, but by then it could no longer be done. */
    FAILED(5);

    private static final ApprovalStatus[] BY_CODE = Codes.index(values(), ApprovalStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    ApprovalStatus(int code) {
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
    public static ApprovalStatus of(int code) {
        return Codes.of(BY_CODE, code, "ApprovalStatus");
    }
}
