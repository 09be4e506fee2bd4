package io.clearhold.core.view;

import io.clearhold.core.book.AccountKind;

/**
 * What one posting did to a balance of an account.
 *
 * @param place of the entry in its event
 * @param amount positive where the balance grew
 * @param currency ISO 4217 number
 */
public record EntryRow(
        long sequence,
        int ordinal,
        int place,
        AccountKind kind,
        int currency,
        long amount,
        String type,
        long payment,
        long atMs) {}
