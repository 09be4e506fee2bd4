package io.clearhold.core.view;

import io.clearhold.core.book.AccountKind;

/**
 * How one balance of an account went through a day, positive on its normal side.
 *
 * @param currency ISO 4217 number
 * @param increases sum of the entries that made it grow
 * @param decreases sum of the others, positive
 * @param entries of the day
 */
public record SettlementBalance(
        AccountKind kind,
        int currency,
        long opening,
        long increases,
        long decreases,
        long closing,
        long entries) {}
