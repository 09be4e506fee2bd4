package io.clearhold.core.lifecycle;

/** Where a milestone stands. Codes are stored and never reused. */
public enum MilestoneStatus {
    /** Agreed; nothing was collected. */
    CREATED(1),
    /** Collected, not shipped. */
    HELD(2),
    /** Shipped; its own deadline of confirmation runs. */
    SHIPPED(3),
    /** Nothing is held any more, and something was released. */
    RELEASED(4),
    /** Nothing is held any more, and nothing was released. */
    REFUNDED(5);

    private static final MilestoneStatus[] BY_CODE = Codes.index(values(), MilestoneStatus::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    MilestoneStatus(int code) {
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
    public static MilestoneStatus of(int code) {
        return Codes.of(BY_CODE, code, "MilestoneStatus");
    }
}
