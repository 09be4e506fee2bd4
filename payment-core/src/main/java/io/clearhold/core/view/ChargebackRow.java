package io.clearhold.core.view;

import io.clearhold.core.lifecycle.ChargebackStatus;

/**
 * A chargeback as the view has it.
 *
 * @param currency ISO 4217 number
 * @param text JSON members without braces, as the bank gave them: bank_reference, reason
 * @param evidence the payee's, JSON members without braces: text, files
 * @param evidenceSequence of the frame that brought it, 0 if there is none
 * @param sequence of its last frame
 */
public record ChargebackRow(
        long id,
        long payment,
        ChargebackStatus status,
        long amount,
        long cost,
        int currency,
        long respondByMs,
        String text,
        long textSequence,
        String evidence,
        long evidenceSequence,
        long createdAtMs,
        long sequence) {}
