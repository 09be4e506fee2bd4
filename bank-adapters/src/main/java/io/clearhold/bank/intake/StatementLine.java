package io.clearhold.bank.intake;

import io.clearhold.core.proof.EntrySide;

/**
 * One line as the ledger takes it.
 *
 * @param ordinal of its entry in the file
 * @param fileLine of the file where its entry begins
 * @param instruction that it names, 0 if it names none of ours
 * @param day of the statement, since 1970
 * @param text JSON members without braces
 */
record StatementLine(
        long ordinal,
        long fileLine,
        long identityHigh,
        long identityLow,
        long content,
        EntrySide side,
        long grossMinor,
        long feeMinor,
        int currency,
        long instruction,
        int day,
        String text) {}
