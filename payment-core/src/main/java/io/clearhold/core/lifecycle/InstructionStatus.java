package io.clearhold.core.lifecycle;

/** Where an instruction to a bank stands. Codes are stored and never reused. */
public enum InstructionStatus {
    /** Certainly not sent. */
    QUEUED(1),
    /** It may have left. */
    SUBMITTING(2),
    /** The bank took it and has not finished. */
    ACCEPTED(3),
    /** Nobody knows what the bank did. */
    UNKNOWN(4),
    /** The bank did it. */
    SETTLED(5),
    /** The bank did not and will not do it. */
    FAILED(6),
    /** It was done, and came back. */
    RETURNED(7);

    private static final InstructionStatus[] BY_CODE =
            Codes.index(values(), InstructionStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    InstructionStatus(int code) {
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
    public static InstructionStatus of(int code) {
        return Codes.of(BY_CODE, code, "InstructionStatus");
    }
}
