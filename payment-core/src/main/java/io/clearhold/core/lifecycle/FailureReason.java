package io.clearhold.core.lifecycle;

/**
 * Why an attempt, a refund or a payout came to nothing, or money could not be taken. Codes are
 * stored and never reused.
 */
public enum FailureReason {
    /** Nothing failed. */
    NONE(0),
    /** The bank declined. */
    DECLINED(1),
    /** The bank never had it. */
    NOT_COLLECTED(2),
    /** Another amount came than was asked for. */
    WRONG_AMOUNT(3),
    /** Money came after the attempt had ended. */
    LATE(4),
    /** Money came a second time. */
    DUPLICATE(5),
    /** Money came in another currency. */
    WRONG_CURRENCY(6),
    /** Canceled before it left. */
    CANCELED(7),
    /** Closed at the channel, at our request. */
    CLOSED(8),
    /** Came back after it had left. */
    RETURNED(9),
    /** No answer in time. */
    TIMEOUT(10),
    /** The connection broke after something had been sent. */
    CONNECTION_LOST(11),
    /** The bank answered with an error of its own. */
    BANK_ERROR(12),
    /** This server restarted while it waited. */
    RESTART(13),
    /** The account that it was for is closed. */
    ACCOUNT_CLOSED(20),
    /** Somebody looked at it and refused it. */
    REFUSED(21);

    private static final FailureReason[] BY_CODE = Codes.index(values(), FailureReason::code);

    private final int code;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    FailureReason(int code) {
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
    public static FailureReason of(int code) {
        return Codes.of(BY_CODE, code, "FailureReason");
    }
}
