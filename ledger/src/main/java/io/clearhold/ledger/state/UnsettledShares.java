package io.clearhold.ledger.state;

import io.clearhold.core.codec.PaymentReleasedDecoder;

/**
 * Keeps, per account, what releases brought whose collection no statement has shown yet. It follows
 * the payments' own records: at proof, all that a payment has given so far becomes settled. A
 * clawback changes nothing here, since nobody can say which money it took; who asks what of a
 * balance is unsettled takes the smaller of the two.
 */
final class UnsettledShares {
    private UnsettledShares() {}

    /** A release of a payment that is not proven yet. */
    static void add(LedgerState state, int payment, PaymentReleasedDecoder event) {
        int currency = event.currency();
        event.sbeRewind();
        for (PaymentReleasedDecoder.SharesDecoder share : event.shares()) {
            state.book.unsettled(share.account(), currency, share.amount());
        }
        state.book.unsettled(state.payments.payee(payment), currency, event.payeeAmount());
    }

    /** A statement shows the collection of the payment. */
    static void settle(LedgerState state, int payment) {
        PaymentTable payments = state.payments;
        int currency = payments.currency(payment);
        long toPayee =
                payments.released(payment)
                        + state.extras.clawedBack(payment)
                        - payments.feeTaken(payment)
                        - state.extras.reserveTaken(payment);
        for (int i = 0; i < payments.splitCount(payment); i++) {
            int split = payments.firstSplit(payment) + i;
            long taken = state.splits.taken(split);
            state.book.unsettled(state.splits.account(split), currency, -taken);
            toPayee -= taken;
        }
        state.book.unsettled(payments.payee(payment), currency, -toPayee);
    }
}
