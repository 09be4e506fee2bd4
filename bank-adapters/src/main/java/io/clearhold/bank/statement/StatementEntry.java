package io.clearhold.bank.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of a statement. Texts are empty where the bank gives none.
 *
 * @param ordinal in the file, from 1; quarantined entries have theirs too
 * @param line of the file where it begins
 * @param amountMinor what the balance changes by, never negative
 * @param currency that of the account
 * @param reversal whether it takes back an earlier entry; {@code direction} is its own
 * @param reference the bank's id of the entry within the statement
 * @param servicerReference the bank's id of the movement
 * @param information the bank's own words
 * @param details the transactions behind it: none, one, or those of a batch
 */
public record StatementEntry(
        long ordinal,
        long line,
        EntryDirection direction,
        long amountMinor,
        String currency,
        EntryStatus status,
        boolean reversal,
        Optional<LocalDate> bookingDate,
        Optional<LocalDate> valueDate,
        String reference,
        String servicerReference,
        String information,
        List<EntryDetail> details) {
    public StatementEntry {
        details = List.copyOf(details);
    }

    /**
     * The bank's charges within {@link #amountMinor}; 0 unless the one detail has a gross amount
     * and charges that explain the amount to the unit, because a fee is never guessed.
     */
    public long feeMinor() {
        if (details.size() != 1) {
            return 0;
        }
        EntryDetail detail = details.getFirst();
        if (detail.gross().isEmpty() || detail.charges().isEmpty()) {
            return 0;
        }
        MoneyAmount gross = detail.gross().get();
        MoneyAmount charges = detail.charges().get();
        boolean ownCurrency =
                gross.currency().equals(currency) && charges.currency().equals(currency);
        long feeMinor =
                switch (direction) {
                    case CREDIT -> gross.minor() - amountMinor;
                    case DEBIT -> amountMinor - gross.minor();
                };
        return ownCurrency && feeMinor == charges.minor() ? feeMinor : 0;
    }

    /** The amount of the payment itself: without the charges that are in {@link #amountMinor}. */
    public long grossMinor() {
        return switch (direction) {
            case CREDIT -> amountMinor + feeMinor();
            case DEBIT -> amountMinor - feeMinor();
        };
    }
}
