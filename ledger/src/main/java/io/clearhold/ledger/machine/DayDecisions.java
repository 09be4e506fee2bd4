package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.DayCutEncoder;
import io.clearhold.core.codec.SafeguardingRestoredEncoder;
import io.clearhold.core.codec.SafeguardingShortfallEncoder;
import io.clearhold.core.codec.SettlementReadyEncoder;
import io.clearhold.ledger.state.Book;
import io.clearhold.ledger.state.CurrencyTotals;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.Proof;
import io.clearhold.ledger.state.SettlementQueue;
import org.agrona.collections.IntArrayList;

/** Cuts business days, and watches the headroom of safeguarding. */
final class DayDecisions {
    private final LedgerState state;
    private final DayCutEncoder dayCut = new DayCutEncoder();
    private final SettlementReadyEncoder settlementReady = new SettlementReadyEncoder();
    private final SafeguardingShortfallEncoder shortfall = new SafeguardingShortfallEncoder();
    private final SafeguardingRestoredEncoder restored = new SafeguardingRestoredEncoder();

    DayDecisions(LedgerState state) {
        this.state = state;
    }

    /** The open day ends. What the book stands at is written down, and never changes again. */
    void cut(Decision decision) {
        Book book = state.book();
        int day = state.proof().openDay();
        int[] currencies = book.currencies();
        int lines = 0;
        for (int currency : currencies) {
            for (AccountKind kind : AccountKind.values()) {
                lines += isPosted(book.totals(currency), kind) ? 1 : 0;
            }
        }
        decision.event(dayCut).day(day).nextCutMs((day + 2L) * Proof.DAY_MS);
        DayCutEncoder.TotalsEncoder totals = dayCut.totalsCount(lines);
        for (int currency : currencies) {
            CurrencyTotals sums = book.totals(currency);
            for (AccountKind kind : AccountKind.values()) {
                if (isPosted(sums, kind)) {
                    totals.next()
                            .currency(currency)
                            .kind((short) kind.code())
                            .debits(sums.debits(kind))
                            .credits(sums.credits(kind));
                }
            }
        }
        decision.end();
    }

    /** One account of a day that is cut: what moved on it that day is settled. */
    void settle(Decision decision) {
        SettlementQueue queue = state.book().settlements();
        long id = decision.newId();
        int account = queue.account();
        decision.event(settlementReady)
                .settlement(id)
                .account(state.accounts().id(account))
                .platform(state.accounts().platform(account))
                .day(queue.day())
                .fromSequence(queue.fromSequence())
                .throughSequence(queue.throughSequence());
        decision.end();
    }

    /** Says at once, in the very frame, when the headroom falls below zero or recovers. */
    void watchHeadroom(Decision decision) {
        IntArrayList touched = state.book().headroomTouched();
        for (int i = 0; i < touched.size(); i++) {
            int currency = touched.getInt(i);
            CurrencyTotals totals = state.book().totals(currency);
            long headroom = totals.headroom();
            if (headroom < 0 && !totals.isShort()) {
                decision.event(shortfall).currency(currency).headroom(headroom);
                decision.end();
            } else if (headroom >= 0 && totals.isShort()) {
                decision.event(restored).currency(currency).headroom(headroom);
                decision.end();
            }
        }
        touched.clear();
    }

    private static boolean isPosted(CurrencyTotals totals, AccountKind kind) {
        return totals.debits(kind) != 0 || totals.credits(kind) != 0;
    }
}
