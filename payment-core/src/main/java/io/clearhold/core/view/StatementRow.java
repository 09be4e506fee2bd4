package io.clearhold.core.view;

import io.clearhold.core.proof.StatementFormat;
import io.clearhold.core.proof.StatementStatus;

/**
 * A bank statement as the view has it.
 *
 * @param text JSON members without braces: what the file says of itself
 * @param findings JSON members without braces: findings
 * @param sequence of its last frame
 */
public record StatementRow(
        long id,
        int channel,
        StatementFormat format,
        StatementStatus status,
        long lines,
        long matched,
        long breaks,
        long duplicates,
        long quarantined,
        String text,
        String findings,
        long createdAtMs,
        long sequence) {}
