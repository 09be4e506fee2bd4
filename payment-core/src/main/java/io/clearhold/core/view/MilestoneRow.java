package io.clearhold.core.view;

import io.clearhold.core.lifecycle.MilestoneStatus;

/**
 * A milestone of a payment as the view has it; its name stands in the payment's text.
 *
 * @param autoConfirmAtMs 0 while no such deadline runs
 * @param shipment JSON members without braces, as of a payment; empty before
 */
public record MilestoneRow(
        MilestoneStatus status,
        long amount,
        long held,
        long released,
        long refunded,
        long chargedBack,
        long autoConfirmAtMs,
        long shipmentSequence,
        long shippedAtMs,
        String shipment) {}
