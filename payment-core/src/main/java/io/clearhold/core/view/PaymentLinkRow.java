package io.clearhold.core.view;

import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.ShareKind;

/**
 * A payment link as the view has it; the same fields as the core's PaymentLinkResult, with its
 * text, in which splits and milestones stand as they were given.
 *
 * @param currency ISO 4217 number
 * @param autoConfirmAfterSeconds -1 for the default
 * @param maxUses 0 for any number
 * @param expiresAtMs 0 for never
 * @param text JSON members without braces
 */
public record PaymentLinkRow(
        long id,
        long platform,
        long payee,
        long amount,
        int currency,
        PaymentMode mode,
        long payWithinSeconds,
        long shipWithinSeconds,
        boolean autoRefund,
        long autoConfirmAfterSeconds,
        ShareKind feeKind,
        long feeValue,
        long feeMin,
        long feeMax,
        long maxUses,
        long expiresAtMs,
        long uses,
        boolean active,
        String text,
        long textSequence,
        long createdAtMs,
        long sequence) {}
