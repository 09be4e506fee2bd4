package io.clearhold.ledger.engine;

import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.ledger.state.ClockHold;
import io.clearhold.ledger.state.CurrencyTotals;
import io.clearhold.ledger.state.LedgerState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large the state is and how the operator stands, as of a moment ago: made by the writer from
 * time to time, so that whoever looks never touches the state.
 *
 * @param payments in memory, and so on
 * @param openDay business day that postings belong to, in days since 1970; 0 before the first
 * @param clock whether deadlines wait for an operator
 */
public record StateFigures(
        long payments,
        long refunds,
        long payouts,
        long accounts,
        long keys,
        long instructions,
        long statements,
        long breaks,
        long idempotencyEntries,
        long deadlines,
        int openDay,
        ClockFigures clock,
        List<CurrencyFigures> currencies) {
    /**
     * Whether deadlines that move money wait, and what was found when they last began to.
     *
     * @param reason null if they never did
     * @param departureMs how far log time was ahead of the wall clock
     */
    public record ClockFigures(
            boolean held, @Nullable ClockDoubt reason, long departureMs, long downMs) {
        private static ClockFigures of(ClockHold hold) {
            return new ClockFigures(
                    hold.isHeld(), hold.reason(), hold.departureMs(), hold.downMs());
        }
    }

    /**
     * How the operator stands in one currency.
     *
     * @param currency ISO 4217 number
     * @param headroomMinor what he owns beyond what he owes (I8)
     * @param credit open breaks of money that came
     * @param debit open breaks of money that left or is missing
     */
    public record CurrencyFigures(
            int currency, long headroomMinor, OpenBreaks credit, OpenBreaks debit) {
        /** The open breaks of one side. */
        public OpenBreaks openBreaks(EntrySide side) {
            return switch (side) {
                case CREDIT -> credit;
                case DEBIT -> debit;
            };
        }
    }

    /** How many, and what they come to. */
    public record OpenBreaks(long count, long amountMinor) {
        private static OpenBreaks of(CurrencyTotals totals, EntrySide side) {
            return new OpenBreaks(totals.openBreakCount(side), totals.openBreaks(side));
        }
    }

    public StateFigures {
        currencies = List.copyOf(currencies);
    }

    /** On the writer's thread, or before it runs. */
    static StateFigures of(LedgerState state) {
        List<CurrencyFigures> currencies = new ArrayList<>();
        for (int currency : state.book().currencies()) {
            CurrencyTotals totals = state.book().totals(currency);
            currencies.add(
                    new CurrencyFigures(
                            currency,
                            totals.headroom(),
                            OpenBreaks.of(totals, EntrySide.CREDIT),
                            OpenBreaks.of(totals, EntrySide.DEBIT)));
        }
        return new StateFigures(
                state.payments().size(),
                state.refunds().size(),
                state.payouts().size(),
                state.accounts().size(),
                state.keys().size(),
                state.instructions().size(),
                state.statements().size(),
                state.breaks().size(),
                state.idempotency().size(),
                state.deadlines().size(),
                state.proof().openDay(),
                ClockFigures.of(state.clockHold()),
                currencies);
    }
}
