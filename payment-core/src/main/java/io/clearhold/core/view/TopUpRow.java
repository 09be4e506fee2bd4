package io.clearhold.core.view;

import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.TopUpStatus;

/**
 * A top-up as the view has it.
 *
 * @param currency ISO 4217 number
 * @param text JSON members without braces: method
 * @param sequence of its last frame
 */
public record TopUpRow(
        long id,
        long account,
        TopUpStatus status,
        long amount,
        int currency,
        int channel,
        FailureReason failure,
        String text,
        long createdAtMs,
        long sequence) {}
