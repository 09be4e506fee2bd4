package io.clearhold.core.view;

import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.RefundStatus;

/**
 * A refund as the view has it.
 *
 * @param currency ISO 4217 number
 * @param text JSON members without braces: reason
 * @param sequence of its last frame
 */
public record RefundRow(
        long id,
        long payment,
        RefundStatus status,
        long amount,
        int currency,
        FailureReason failure,
        String text,
        long textSequence,
        long createdAtMs,
        long sequence) {}
