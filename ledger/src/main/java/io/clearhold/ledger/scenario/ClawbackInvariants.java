package io.clearhold.ledger.scenario;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.ledger.state.Book;
import io.clearhold.ledger.state.ChargebackTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.RefundTable;
import io.clearhold.ledger.state.TrancheTable;
import java.util.HashMap;
import java.util.Map;

/** What holds of released money that was taken back, of debts and of reserves. */
final class ClawbackInvariants {
    private record Key(long owner, int currency) {}

    private final LedgerState state;
    private final Map<Long, Long> clawedBack = new HashMap<>();
    private final Map<Long, Long> chargedBack = new HashMap<>();
    private final Map<Key, Long> reserves = new HashMap<>();

    private ClawbackInvariants(LedgerState state) {
        this.state = state;
    }

    static void check(LedgerState state) {
        ClawbackInvariants invariants = new ClawbackInvariants(state);
        invariants.sumRefunds();
        invariants.sumChargebacks();
        invariants.checkPayments();
        invariants.sumTranches();
        for (int currency : state.book().currencies()) {
            invariants.checkWallets(currency);
        }
    }

    private void sumRefunds() {
        RefundTable refunds = state.refunds();
        for (int i = 0; i < refunds.size(); i++) {
            if (refunds.legCount(i) > 0) {
                sumLegs(refunds.firstLeg(i), refunds.legCount(i), refunds.amount(i));
                if (refunds.status(i) != RefundStatus.FAILED) {
                    clawedBack.merge(refunds.payment(i), refunds.amount(i), Long::sum);
                }
            }
        }
    }

    private void sumChargebacks() {
        ChargebackTable chargebacks = state.chargebacks();
        for (int i = 0; i < chargebacks.size(); i++) {
            long clawed = chargebacks.amount(i) - chargebacks.fromHeld(i) - chargebacks.excess(i);
            sumLegs(chargebacks.firstLeg(i), chargebacks.legCount(i), clawed);
            if (chargebacks.status(i) != ChargebackStatus.WON) {
                long payment = chargebacks.payment(i);
                clawedBack.merge(payment, clawed, Long::sum);
                chargedBack.merge(payment, clawed + chargebacks.fromHeld(i), Long::sum);
            }
        }
    }

    private void sumLegs(int first, int count, long amount) {
        long sum = 0;
        for (int leg = first; leg < first + count; leg++) {
            sum += state.legs().amount(leg);
            require(state.legs().amount(leg) > 0, "a leg of nothing");
        }
        require(sum == amount, "legs of %d for %d", sum, amount);
    }

    private void checkPayments() {
        PaymentTable payments = state.payments();
        for (int i = 0; i < payments.size(); i++) {
            long expected = clawedBack.getOrDefault(payments.id(i), 0L);
            long actual = state.extras().clawedBack(i);
            require(actual == expected, "clawed back %d, legs say %d", actual, expected);
            long charged = chargedBack.getOrDefault(payments.id(i), 0L);
            require(
                    state.extras().chargedBack(i) == charged,
                    "charged back %d, chargebacks say %d",
                    state.extras().chargedBack(i),
                    charged);
            long fee = state.givenBack().amount(i, 0);
            require(fee >= 0 && fee <= payments.feeTaken(i), "the fee gave %d back", fee);
            long given = fee;
            for (int place = 1; place <= payments.splitCount(i); place++) {
                long back = state.givenBack().amount(i, place);
                long taken = state.splits().taken(payments.firstSplit(i) + place - 1);
                require(back >= 0 && back <= taken, "a split gave %d of %d back", back, taken);
                given += back;
            }
            require(given <= actual, "shares gave %d of %d back", given, actual);
        }
    }

    private void sumTranches() {
        TrancheTable tranches = state.tranches();
        for (int i = 0; i < tranches.size(); i++) {
            require(tranches.amount(i) >= 0, "a tranche of %d", tranches.amount(i));
            reserves.merge(
                    new Key(tranches.account(i), tranches.currency(i)),
                    tranches.amount(i),
                    Long::sum);
        }
    }

    private void checkWallets(int currency) {
        Book book = state.book();
        long debts = 0;
        long reserved = 0;
        for (int i = 0; i < state.accounts().size(); i++) {
            long account = state.accounts().id(i);
            long debt = book.balance(AccountKind.DEBT, account, currency);
            long available = book.balance(AccountKind.AVAILABLE, account, currency);
            require(debt >= 0, "a debt of %d", debt);
            require(
                    debt == 0 || available == 0,
                    "an account owes %d and has %d available",
                    debt,
                    available);
            long reserve = book.balance(AccountKind.RESERVE, account, currency);
            long parts = reserves.getOrDefault(new Key(account, currency), 0L);
            require(reserve == parts, "a reserve of %d, its tranches are %d", reserve, parts);
            require(
                    reserve == listed(account, currency),
                    "a reserve of %d, its list has %d",
                    reserve,
                    listed(account, currency));
            debts += debt;
            reserved += reserve;
        }
        require(
                book.totals(currency).balance(AccountKind.DEBT) == debts
                        && book.totals(currency).balance(AccountKind.RESERVE) == reserved,
                "debts of %d and reserves of %d are not the book's",
                debts,
                reserved);
    }

    private long listed(long account, int currency) {
        long sum = 0;
        TrancheTable tranches = state.tranches();
        for (int at = tranches.first(account, currency); at >= 0; at = tranches.next(at)) {
            sum += tranches.amount(at);
        }
        return sum;
    }

    private static void require(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new PromiseBrokenException("I1", sentence, values);
        }
    }
}
