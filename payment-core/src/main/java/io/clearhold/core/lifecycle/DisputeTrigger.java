package io.clearhold.core.lifecycle;

/**
 * What moves a dispute from one {@link DisputeStatus} to the next, or is refused there. Codes are
 * stored and never reused.
 */
public enum DisputeTrigger {
    /** The payee gives the frozen money back. */
    ACCEPT(1),
    /** The payee gives it back once the goods are back. */
    AGREE_RETURN(2),
    /** The payee says no; of goods that came back, that they are not as they should be. */
    REJECT(3),
    /** Either side calls the operator. */
    ESCALATE(4),
    /** The payer gives in. */
    WITHDRAW(5),
    /** The payer has sent the goods back. */
    RETURN(6),
    /** The payee has them. */
    RETURN_RECEIVED(7),
    /** The operator divides the frozen money. */
    RESOLVE(8),
    /** A side adds to what the operator will read. */
    EVIDENCE(9),
    /** Who was to act let the time pass. */
    SILENCE(10),
    /** A chargeback took the last of the frozen money. */
    EXHAUST(11);

    private static final DisputeTrigger[] BY_CODE = Codes.index(values(), DisputeTrigger::code);

    private final int code;

    DisputeTrigger(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static DisputeTrigger of(int code) {
        return Codes.of(BY_CODE, code, "DisputeTrigger");
    }
}
