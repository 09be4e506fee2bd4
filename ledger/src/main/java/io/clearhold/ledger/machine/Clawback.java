package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.money.Amounts;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.LegTable;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.SplitTable;
import io.clearhold.ledger.state.TrancheTable;

/**
 * Works out who gives released money back: each split its part, the payee the rest with what they
 * cannot cover, first from what is available, then from his reserve, then as debt. Decides nothing
 * about whether that may be.
 */
final class Clawback {
    /** So many tranches give at most; what is still missing then is debt, which they repay. */
    private static final int MOST_TRANCHES = 200;

    private final LedgerState state;
    private final Legs legs = new Legs();

    Clawback(LedgerState state) {
        this.state = state;
    }

    /** The legs that were worked out last. */
    Legs legs() {
        return legs;
    }

    /**
     * The legs of taking {@code amount} of what was released.
     *
     * @param amount at most what is released
     * @param withFee whether the operator gives his fee back too
     */
    Legs take(int payment, long amount, boolean withFee, Decision decision) {
        legs.clear();
        PaymentTable payments = state.payments();
        long before = state.extras().clawedBack(payment);
        long ever = payments.released(payment) + before;
        long inAll = before + amount;
        long left = amount;
        if (withFee) {
            left -= takeFee(payment, inAll, ever, left);
        }
        for (int place = 1; place <= payments.splitCount(payment); place++) {
            left -= takeSplit(payment, place, inAll, ever, left, decision);
        }
        takeRest(payments.payee(payment), payments.currency(payment), left, decision);
        return legs;
    }

    /** The legs of giving back what a refund or chargeback took: the same ones. */
    void giveBack(int firstLeg, int count, int currency, Decision decision) {
        legs.clear();
        LegTable table = state.legs();
        for (int leg = firstLeg; leg < firstLeg + count; leg++) {
            AccountKind kind = table.kind(leg);
            boolean credits = kind == AccountKind.AVAILABLE || kind == AccountKind.DEBT;
            long debt =
                    credits
                            ? decision.funds()
                                    .credit(table.account(leg), currency, table.amount(leg))
                            : 0;
            legs.add(
                    kind,
                    table.place(leg),
                    table.account(leg),
                    table.amount(leg),
                    table.tranche(leg),
                    debt);
        }
    }

    private long takeFee(int payment, long inAll, long ever, long left) {
        long due =
                Amounts.multiplyDivide(inAll, state.payments().feeTaken(payment), ever)
                        - state.givenBack().amount(payment, 0);
        long fee = Math.max(0, Math.min(due, left));
        add(AccountKind.FEES, 0, 0, fee);
        return fee;
    }

    private long takeSplit(
            int payment, int place, long inAll, long ever, long left, Decision decision) {
        PaymentTable payments = state.payments();
        SplitTable splits = state.splits();
        int split = payments.firstSplit(payment) + place - 1;
        long account = splits.account(split);
        long due =
                Amounts.multiplyDivide(inAll, splits.taken(split), ever)
                        - state.givenBack().amount(payment, place);
        int currency = payments.currency(payment);
        long covered = Math.min(due, decision.funds().available(account, currency));
        long share = Math.max(0, Math.min(covered, left));
        decision.funds().take(account, currency, share);
        add(AccountKind.AVAILABLE, place, account, share);
        return share;
    }

    private void takeRest(long payee, int currency, long rest, Decision decision) {
        long left = rest;
        long available = Math.min(left, decision.funds().available(payee, currency));
        decision.funds().take(payee, currency, available);
        add(AccountKind.AVAILABLE, 0, payee, available);
        left -= available;
        TrancheTable tranches = state.tranches();
        int tranche = tranches.first(payee, currency);
        for (int i = 0; i < MOST_TRANCHES && tranche >= 0 && left > 0; i++) {
            long part = Math.min(left, tranches.amount(tranche));
            if (part > 0) {
                legs.add(AccountKind.RESERVE, 0, payee, part, tranches.id(tranche), 0);
                left -= part;
            }
            tranche = tranches.next(tranche);
        }
        decision.funds().owe(payee, currency, left);
        add(AccountKind.DEBT, 0, payee, left);
    }

    private void add(AccountKind kind, int place, long account, long amount) {
        if (amount > 0) {
            legs.add(kind, place, account, amount, 0, 0);
        }
    }
}
