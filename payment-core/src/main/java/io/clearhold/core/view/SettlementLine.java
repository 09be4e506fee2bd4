package io.clearhold.core.view;

/**
 * An entry of a settlement, with what its event says.
 *
 * @param reference of the payment, empty if there is none
 * @param facts of the event, a JSON object
 */
public record SettlementLine(EntryRow entry, String reference, String facts) {}
