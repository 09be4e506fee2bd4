package io.clearhold.core.lifecycle;

/** What moves a milestone. */
public enum MilestoneTrigger {
    /** The payment was collected. */
    COLLECT,
    /** The payee has shipped it. */
    SHIP,
    /** Its deadline moves. */
    EXTEND,
    /** A part of it is released, and some stays held. */
    RELEASE_PART,
    /** What is held of it is released. */
    RELEASE_REST,
    /** A part of it is refunded or charged back, and some stays held. */
    REFUND_PART,
    /** All that is held of it goes back, and nothing of it was released. */
    REFUND_ALL,
    /** All that is held of it goes back; something of it was released. */
    REFUND_REST,
    /** Something of what was released goes back. */
    CLAW_BACK,
    /** What had gone back is held again; it was not shipped. */
    RETURN_UNSHIPPED,
    /** What had gone back is held again; it was shipped. */
    RETURN_SHIPPED
}
