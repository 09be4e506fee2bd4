package io.clearhold.ledger.state;

import io.clearhold.core.codec.PaymentReleasedDecoder;
import io.clearhold.core.lifecycle.TopUpStatus;
import io.clearhold.core.proof.MovementKind;

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

    /** A statement shows a top-up's collection, or that a payout came back. */
    static void settle(LedgerState state, int instruction, MovementKind movement) {
        change(state, instruction, movement, -1);
    }

    /** It did not show that after all. */
    static void unsettle(LedgerState state, int instruction, MovementKind movement) {
        change(state, instruction, movement, 1);
    }

    private static void change(
            LedgerState state, int instruction, MovementKind movement, int sign) {
        long subject = state.instructions.subject(instruction);
        switch (state.instructions.kind(instruction)) {
            case TOPUP -> {
                int topUp = state.topUps.find(subject);
                if (state.topUps.status(topUp) == TopUpStatus.SUCCEEDED) {
                    state.book.unsettled(
                            state.topUps.account(topUp),
                            state.topUps.currency(topUp),
                            sign * state.topUps.amount(topUp));
                }
            }
            case PAYOUT -> {
                int payout = state.payouts.find(subject);
                boolean booked =
                        movement == MovementKind.RETURN && !state.payouts.suspended(payout);
                if (booked) {
                    state.book.unsettled(
                            state.payouts.account(payout),
                            state.payouts.currency(payout),
                            sign * state.payouts.amount(payout));
                }
            }
            case COLLECT, REFUND -> {
                // The payment knows what it gave to whom.
            }
            case OWN_FUNDS, WITHDRAWAL, CONTEST, GIVE_BACK -> {
                // No account's money.
            }
        }
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
