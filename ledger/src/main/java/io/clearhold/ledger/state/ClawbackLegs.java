package io.clearhold.ledger.state;

import io.clearhold.core.book.AccountKind;

/** What the legs of a clawback change beside the balances, when they are taken and given back. */
final class ClawbackLegs {
    private final LedgerState state;

    ClawbackLegs(LedgerState state) {
        this.state = state;
    }

    /** Money that was released is the payer's again, or the bank's. */
    void begin(int payment, long amount) {
        move(payment, amount);
    }

    /** The same amount is released again. */
    void undo(int payment, long amount) {
        move(payment, -amount);
    }

    /** One leg of the refund or chargeback {@code owner}; returns its index. */
    int take(
            long owner,
            int number,
            int payment,
            int kindCode,
            int place,
            long account,
            long amount,
            long tranche) {
        AccountKind kind = AccountKind.of(kindCode);
        count(payment, kind, place, amount);
        if (tranche != 0) {
            state.tranches.take(tranche, amount);
        }
        return state.legs.add(owner, number, kind, place, account, amount, tranche);
    }

    /** A leg goes back the way it came. */
    void giveBack(int payment, int kindCode, int place, long amount, long tranche) {
        count(payment, AccountKind.of(kindCode), place, -amount);
        if (tranche != 0) {
            state.tranches.giveBack(tranche, amount, state.logTimeMs());
        }
    }

    private void move(int payment, long amount) {
        PaymentTable payments = state.payments;
        payments.released(payment, payments.released(payment) - amount);
        state.extras.clawedBack(payment, state.extras.clawedBack(payment) + amount);
    }

    /** The payee's part is what is left, so only the others are counted. */
    private void count(int payment, AccountKind kind, int place, long amount) {
        if (kind == AccountKind.FEES || place > 0) {
            state.givenBack.add(payment, place, amount);
        }
    }
}
