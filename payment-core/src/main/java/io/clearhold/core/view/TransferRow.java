package io.clearhold.core.view;

/**
 * A transfer as the view has it.
 *
 * @param currency ISO 4217 number
 * @param text JSON members without braces: reference, metadata
 * @param sequence of its frame
 */
public record TransferRow(
        long id,
        long from,
        long to,
        long amount,
        int currency,
        String text,
        long createdAtMs,
        long sequence) {}
