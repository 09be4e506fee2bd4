package io.clearhold.bank.sandbox.server;

import java.time.LocalDate;
import java.util.List;

/**
 * A day of an account.
 *
 * @param closed whether the day is over, so that nothing can be added
 */
record BankStatement(
        String currency,
        LocalDate date,
        boolean closed,
        long openingMinor,
        List<BankEntry> entries) {
    long closingMinor() {
        return entries.isEmpty() ? openingMinor : entries.getLast().balanceMinor();
    }
}
