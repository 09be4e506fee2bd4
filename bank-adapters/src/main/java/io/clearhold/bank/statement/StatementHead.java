package io.clearhold.bank.statement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The beginning of a statement: one account, one currency, one period.
 *
 * @param ordinal in the file, from 1
 * @param line of the file where it begins, from 1
 * @param currency of the account
 * @param statementId the bank's, empty if there is none
 * @param electronicSequence the bank's number of this electronic statement, empty if there is none
 * @param legalSequence the bank's number of the statement in law, empty if there is none
 * @param from first day of the period
 * @param to last day of the period
 * @param opening what the entries start from
 */
public record StatementHead(
        int ordinal,
        long line,
        AccountIdentification account,
        String currency,
        String statementId,
        String electronicSequence,
        String legalSequence,
        Page page,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Balance> opening) {}
