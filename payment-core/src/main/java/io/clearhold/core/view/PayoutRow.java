package io.clearhold.core.view;

import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PayoutStatus;

/**
 * A payout as the view has it.
 *
 * @param currency ISO 4217 number
 * @param text JSON members without braces: destination if it had one of its own, else the account's
 *     bank_account of that time
 * @param sequence of its last frame
 */
public record PayoutRow(
        long id,
        long account,
        PayoutStatus status,
        long amount,
        int currency,
        int channel,
        boolean hasDestination,
        boolean held,
        FailureReason failure,
        String text,
        long textSequence,
        long createdAtMs,
        long sequence) {}
