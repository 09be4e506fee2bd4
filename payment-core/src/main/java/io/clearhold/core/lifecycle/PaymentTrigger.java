package io.clearhold.core.lifecycle;

/** What moves a payment from one {@link PaymentStatus} to the next, or is refused there. */
public enum PaymentTrigger {
    /** The payee side sets new terms. */
    UPDATE,
    /** The payer starts an attempt at a bank. */
    PAY,
    /** Money came: from the bank, or at once from a wallet. */
    COLLECT,
    /** The attempt collected nothing. */
    DECLINE,
    /** The payee side wants it closed; in {@code pending} the bank is asked first. */
    CANCEL,
    /** The end of a cancel: nothing was collected and nothing will be. */
    CANCELED,
    /** {@code pay_by} passed and nothing was collected. */
    EXPIRE,
    /** The payee has shipped. */
    SHIP,
    /** More time before the automatic confirmation. */
    EXTEND,
    /** The payer disputes what is held. */
    DISPUTE,
    /** The payer, or the deadline, releases a part and something stays held. */
    RELEASE_PART,
    /** The same, and nothing stays held. */
    RELEASE_REST,
    /** A refund of a part of what is held. */
    REFUND_PART,
    /** A refund after which nothing is held, and nothing was ever released. */
    REFUND_ALL,
    /** A refund after which nothing is held, and something was released before. */
    REFUND_REST,
    /** A refund or chargeback of what was released, while nothing is held. */
    CLAW_BACK
}
