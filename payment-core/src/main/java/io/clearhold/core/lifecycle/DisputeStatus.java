package io.clearhold.core.lifecycle;

/** Where a dispute stands. Codes are stored and never reused. */
public enum DisputeStatus {
    /** The payee is to answer. */
    OPEN(1),
    /** The payee said no; either side may call the operator. */
    REJECTED(2),
    /** The payee gives the money back for the goods, which the payer is to send. */
    RETURN_AGREED(3),
    /** The goods are on their way back. */
    RETURN_SHIPPED(4),
    /** The operator is to decide. */
    ESCALATED(5),
    /** The payer got the frozen money. */
    ACCEPTED(6),
    /** The operator divided the frozen money. */
    RESOLVED(7),
    /** The money is no longer frozen. */
    WITHDRAWN(8);

    private static final DisputeStatus[] BY_CODE = Codes.index(values(), DisputeStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    DisputeStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The name outside: lower case. */
    public String label() {
        return label;
    }

    /** Whether money is frozen. */
    public boolean isOpen() {
        return switch (this) {
            case OPEN, REJECTED, RETURN_AGREED, RETURN_SHIPPED, ESCALATED -> true;
            case ACCEPTED, RESOLVED, WITHDRAWN -> false;
        };
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static DisputeStatus of(int code) {
        return Codes.of(BY_CODE, code, "DisputeStatus");
    }
}
