package io.clearhold.ledger.scenario;

import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.state.DisputeTable;
import io.clearhold.ledger.state.ExtrasTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/**
 * What holds of disputes at every sequence: never more is frozen than held, something is frozen
 * just while a dispute is open, and then no deadline releases the payment.
 */
final class DisputeInvariants {
    private final LedgerState state;

    private DisputeInvariants(LedgerState state) {
        this.state = state;
    }

    static void check(LedgerState state) {
        DisputeInvariants invariants = new DisputeInvariants(state);
        for (int payment = 0; payment < state.payments().size(); payment++) {
            invariants.checkPayment(payment);
        }
        for (int dispute = 0; dispute < state.disputes().size(); dispute++) {
            invariants.checkDispute(dispute);
        }
    }

    private void checkPayment(int payment) {
        ExtrasTable extras = state.extras();
        long frozen = extras.frozen(payment);
        long held = state.payments().held(payment);
        require(frozen >= 0 && frozen <= held, "%d is frozen of %d held", frozen, held);
        int dispute = state.disputes().find(extras.dispute(payment));
        long byDispute = dispute < 0 ? 0 : state.disputes().frozen(dispute);
        require(frozen == byDispute, "%d is frozen, and %d by the last dispute", frozen, byDispute);
        PaymentTable payments = state.payments();
        boolean confirmsByItself =
                payments.status(payment) == PaymentStatus.SHIPPED
                        && payments.autoConfirmAtMs(payment) != 0;
        require(
                frozen == 0 || !confirmsByItself,
                "a deadline runs towards the release of a payment of which %d is frozen",
                frozen);
        require(
                frozen > 0 || extras.pausedMs(payment) == 0,
                "a deadline stands still with %d ms left, and nothing is frozen",
                extras.pausedMs(payment));
    }

    private void checkDispute(int dispute) {
        DisputeTable disputes = state.disputes();
        DisputeStatus status = disputes.status(dispute);
        long frozen = disputes.frozen(dispute);
        require(
                status.isOpen() == frozen > 0,
                "a dispute that is %s freezes %d",
                status.label(),
                frozen);
        require(
                frozen <= disputes.amount(dispute),
                "a dispute about %d freezes %d",
                disputes.amount(dispute),
                frozen);
        long awarded = disputes.buyerAmount(dispute) + disputes.sellerAmount(dispute);
        require(
                awarded >= 0 && awarded <= disputes.amount(dispute),
                "a dispute about %d awards %d",
                disputes.amount(dispute),
                awarded);
        int payment = state.payments().find(disputes.payment(dispute));
        require(
                !status.isOpen() || state.extras().dispute(payment) == disputes.id(dispute),
                "a dispute that is %s is not the last of its payment",
                status.label());
    }

    private static void require(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new PromiseBrokenException("I2", sentence, values);
        }
    }
}
