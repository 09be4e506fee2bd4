package io.clearhold.core.view;

import io.clearhold.core.book.AccountKind;
import java.util.List;

/**
 * A business day that is cut, as the view has it.
 *
 * @param day since 1970
 * @param cutSequence the ledger at this sequence is the day's end
 * @param previousCut 0 before the first cut
 */
public record DayReport(
        int day,
        long cutSequence,
        long cutAtMs,
        long previousCut,
        List<KindTotals> totals,
        List<Way> ways,
        List<BankDay> bank,
        List<BreakSum> openedBreaks) {
    /**
     * What was ever posted on a kind of account, before the day and at its end.
     *
     * @param currency ISO 4217 number
     */
    public record KindTotals(
            AccountKind kind,
            int currency,
            long debitsBefore,
            long creditsBefore,
            long debits,
            long credits) {}

    /**
     * One kind of movement of the day, seen three ways: by the ledger, by the channel's batches, by
     * the bank's lines.
     *
     * @param movement collection, refund, payout or return
     * @param currency ISO 4217 number
     */
    public record Way(
            int channel,
            int currency,
            String movement,
            long payments,
            long paymentsAmount,
            long unproven,
            long unprovenAmount,
            long batches,
            long batchesGross,
            long batchesFees,
            long bankLines,
            long bankCash) {}

    /**
     * A bank account on the statement date.
     *
     * @param currency ISO 4217 number
     * @param stated whether a statement covers the day
     * @param complete whether nothing can be added to it any more
     * @param opening and {@code closing} of the statement, 0 if none covers the day
     * @param booked our account {@code bank} by statement date, at the end of the day
     * @param statement id, 0 if none
     */
    public record BankDay(
            int channel,
            int currency,
            boolean stated,
            boolean complete,
            long opening,
            long closing,
            long booked,
            long statement) {}

    /** Breaks that were opened in the day and are open still; currency is the ISO 4217 number. */
    public record BreakSum(String type, String direction, int currency, long count, long amount) {}
}
