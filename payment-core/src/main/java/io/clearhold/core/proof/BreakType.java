package io.clearhold.core.proof;

import io.clearhold.core.lifecycle.Codes;

/**
 * Why ledger and bank do not agree, with the treatment that is proposed first. Codes are stored and
 * never reused.
 */
public enum BreakType {
    /** A line without a reference of ours. */
    UNMATCHED(1, BreakAction.MATCH),
    /** Collected after the attempt was said to have failed, or for a payment that is closed. */
    LATE_COLLECTION(2, BreakAction.REFUND),
    /** Collected in another amount than asked. */
    WRONG_AMOUNT(3, BreakAction.REFUND),
    /** Collected in another currency than asked. */
    WRONG_CURRENCY(4, BreakAction.REFUND),
    /** A second line for a movement that a line has proven already. */
    ALREADY_MATCHED(5, BreakAction.REFUND),
    /** The line names our movement, and its amount or currency is another. */
    AMOUNT_MISMATCH(6, BreakAction.MATCH),
    /** Money left for what the bank had said had failed. */
    AFTER_FAILURE(7, BreakAction.CHARGE),
    /** A collection was taken back. */
    REVERSAL(8, BreakAction.CHARGE),
    /** A collection that complete statements should have shown, and did not. */
    MISSING(9, BreakAction.WAIT),
    /** A refund failed or came back; the payer's money needs another destination. */
    REFUND_FAILED(10, BreakAction.REFUND),
    /** More was charged back than was left of the payment: what had been refunded before. */
    CHARGEBACK_EXCESS(11, BreakAction.CHARGE),
    /** Money came for an account that is closed. */
    ACCOUNT_CLOSED(15, BreakAction.REFUND);

    private static final BreakType[] BY_CODE = Codes.index(values(), BreakType::code);

    private final int code;
    private final BreakAction treatment;
    private final String label = name().toLowerCase(java.util.Locale.ROOT);

    BreakType(int code, BreakAction treatment) {
        this.code = code;
        this.treatment = treatment;
    }

    public int code() {
        return code;
    }

    /** The name outside: lower case. */
    public String label() {
        return label;
    }

    /**
     * Whether its amount is in suspense or suspense_out while it is open: not so where the money is
     * already where it belongs, and only somebody has to do something.
     */
    public boolean holdsMoney() {
        return this != REFUND_FAILED;
    }

    /** The action that is proposed first, if nothing more is known. */
    public BreakAction treatment() {
        return treatment;
    }

    /** Throws {@link IllegalArgumentException} for a code that was never given out. */
    public static BreakType of(int code) {
        return Codes.of(BY_CODE, code, "BreakType");
    }
}
