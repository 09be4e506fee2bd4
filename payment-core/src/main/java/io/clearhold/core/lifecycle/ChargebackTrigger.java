package io.clearhold.core.lifecycle;

/** What moves a chargeback from one {@link ChargebackStatus} to the next. */
public enum ChargebackTrigger {
    /** The payee contests it and sends evidence. */
    ADD_EVIDENCE,
    /** The payee does not contest it. */
    ACCEPT,
    /** The channel decided for the payee. */
    WIN,
    /** The channel decided for the payer, nobody answered in time, or the payee accepted. */
    LOSE
}
