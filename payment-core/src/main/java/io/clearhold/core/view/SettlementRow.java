package io.clearhold.core.view;

/**
 * The day of an account, settled: its entries above one sequence up to another.
 *
 * @param day since 1970
 */
public record SettlementRow(
        long id,
        long account,
        long platform,
        int day,
        long fromSequence,
        long throughSequence,
        long createdAtMs) {}
