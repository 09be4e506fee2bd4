package io.clearhold.core.view;

import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.Role;
import java.util.List;

/**
 * A payment as the view has it; the same fields as the core's PaymentResult, with its texts.
 *
 * @param currency ISO 4217 number
 * @param creatorRole with {@code creator}, who is shown the client secret
 * @param text JSON members without braces: reference, description, return_url, metadata
 * @param shipment JSON members without braces: carrier, tracking_number, proof; empty before
 * @param sequence of its last frame
 */
public record PaymentRow(
        long id,
        long platform,
        Role creatorRole,
        long creator,
        long payee,
        long payer,
        PaymentStatus status,
        PaymentMode mode,
        int currency,
        Amounts amounts,
        long payByMs,
        long shipByMs,
        boolean autoRefund,
        long autoConfirmAfterSeconds,
        long autoConfirmAtMs,
        int attempt,
        boolean cancelRequested,
        FailureReason lastError,
        long dispute,
        List<SplitRow> splits,
        List<MilestoneRow> milestones,
        String text,
        long textSequence,
        String shipment,
        long shipmentSequence,
        long shippedAtMs,
        long createdAtMs,
        long sequence) {
    /**
     * Where the money of a payment is; fee is what of it was taken so far, and frozen what of held.
     */
    public record Amounts(
            long amount,
            long collected,
            long held,
            long released,
            long refunded,
            long chargedBack,
            long fee,
            long frozen) {}

    /** The same payment once its splits and milestones were read. */
    public PaymentRow withParts(List<SplitRow> newSplits, List<MilestoneRow> newMilestones) {
        return new PaymentRow(
                id,
                platform,
                creatorRole,
                creator,
                payee,
                payer,
                status,
                mode,
                currency,
                amounts,
                payByMs,
                shipByMs,
                autoRefund,
                autoConfirmAfterSeconds,
                autoConfirmAtMs,
                attempt,
                cancelRequested,
                lastError,
                dispute,
                newSplits,
                newMilestones,
                text,
                textSequence,
                shipment,
                shipmentSequence,
                shippedAtMs,
                createdAtMs,
                sequence);
    }
}
