package io.clearhold.ledger.machine;

import io.clearhold.core.codec.RefundCreatedEncoder;
import io.clearhold.core.codec.RefundFailedEncoder;
import io.clearhold.core.codec.RefundSucceededEncoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.RefundTable;

/**
 * Turns a refund that was decided into its facts: of money that is held, of money that was released
 * (a clawback), and of what a bank did not do or sent back.
 */
final class RefundFacts {
    private final LedgerState state;
    private final InstructionFacts instructions;
    private final Clawback clawback;
    private final MilestoneFacts milestones;
    private final RefundCreatedEncoder created = new RefundCreatedEncoder();
    private final RefundSucceededEncoder succeeded = new RefundSucceededEncoder();
    private final RefundFailedEncoder failed = new RefundFailedEncoder();

    RefundFacts(
            LedgerState state,
            InstructionFacts instructions,
            Clawback clawback,
            MilestoneFacts milestones) {
        this.state = state;
        this.milestones = milestones;
        this.instructions = instructions;
        this.clawback = clawback;
    }

    /** Works the legs of a clawback out. */
    Clawback clawback() {
        return clawback;
    }

    /** {@code amount} of what is held goes back to where it came from; returns the refund's id. */
    long ofHeld(int payment, long amount, Cause cause, Decision decision) {
        return ofHeld(
                payment,
                amount,
                MilestoneFacts.ALL,
                MilestoneFacts.Source.UNFROZEN,
                cause,
                decision);
    }

    /** The same, of a selection of milestones. */
    long ofHeld(
            int payment,
            long amount,
            int selection,
            MilestoneFacts.Source source,
            Cause cause,
            Decision decision) {
        clawback.legs().clear();
        long refund = create(payment, amount, heldTrigger(payment, amount), cause, decision);
        milestones.refund(payment, refund, amount, selection, source, decision);
        return refund;
    }

    /** The same of what was released: the legs were worked out before. */
    long ofReleased(int payment, long amount, int selection, Cause cause, Decision decision) {
        long refund = create(payment, amount, PaymentTrigger.CLAW_BACK, cause, decision);
        milestones.clawBack(payment, refund, amount, selection, decision);
        return refund;
    }

    void succeeded(long refund, int payment, Decision decision) {
        decision.event(succeeded);
        decision.chain(succeeded.chain(), state.payments().id(payment));
        succeeded.refund(refund);
        decision.end();
    }

    /**
     * It did not leave, or had left and came back: its money is where it came from.
     *
     * @param returned whether it had left
     */
    void failed(int refund, boolean returned, FailureReason reason, Decision decision) {
        RefundTable refunds = state.refunds();
        PaymentTable payments = state.payments();
        int payment = payments.find(refunds.payment(refund));
        boolean wasHeld = refunds.legCount(refund) == 0;
        clawback.giveBack(
                refunds.firstLeg(refund),
                refunds.legCount(refund),
                refunds.currency(refund),
                decision);
        PaymentStatus now = payments.status(payment);
        PaymentStatus after = wasHeld ? heldAgain(payment, refunds.id(refund)) : now;
        decision.event(failed);
        decision.chain(failed.chain(), payments.id(payment));
        failed.refund(refunds.id(refund))
                .amount(refunds.amount(refund))
                .currency(refunds.currency(refund))
                .channel((short) refunds.channel(refund))
                .statusAfter((short) after.code())
                .reason((short) reason.code())
                .returned((short) (returned ? 1 : 0));
        Legs legs = clawback.legs();
        RefundFailedEncoder.LegsEncoder group = failed.legsCount(legs.size());
        for (int leg = 0; leg < legs.size(); leg++) {
            group.next()
                    .kind(legs.kind(leg))
                    .place(legs.place(leg))
                    .account(legs.account(leg))
                    .amount(legs.amount(leg))
                    .tranche(legs.tranche(leg))
                    .debt(legs.debt(leg));
        }
        decision.end();
        milestones.giveBack(payment, refunds.id(refund), false, decision);
    }

    private long create(
            int payment, long amount, PaymentTrigger trigger, Cause cause, Decision decision) {
        PaymentTable payments = state.payments();
        long refund = decision.newId();
        long wallet = payments.wallet(payment);
        int currency = payments.currency(payment);
        decision.event(created);
        decision.chain(created.chain(), payments.id(payment));
        created.refund(refund)
                .amount(amount)
                .currency(currency)
                .channel((short) payments.channel(payment))
                .wallet(wallet)
                .statusAfter(
                        (short) PaymentLifecycle.next(payments.status(payment), trigger).code())
                .cause((short) cause.code())
                .walletDebt(wallet == 0 ? 0 : decision.funds().credit(wallet, currency, amount));
        putLegs();
        decision.end();
        if (wallet != 0) {
            succeeded(refund, payment, decision);
        } else {
            instructions.queue(
                    payments.id(payment),
                    decision.newId(),
                    InstructionKind.REFUND,
                    refund,
                    payments.channel(payment),
                    amount,
                    currency,
                    decision.sequence(),
                    decision);
        }
        return refund;
    }

    private void putLegs() {
        Legs legs = clawback.legs();
        RefundCreatedEncoder.LegsEncoder group = created.legsCount(legs.size());
        for (int leg = 0; leg < legs.size(); leg++) {
            group.next()
                    .kind(legs.kind(leg))
                    .place(legs.place(leg))
                    .account(legs.account(leg))
                    .amount(legs.amount(leg))
                    .tranche(legs.tranche(leg));
        }
    }

    private PaymentTrigger heldTrigger(int payment, long amount) {
        PaymentTable payments = state.payments();
        if (amount < payments.held(payment)) {
            return PaymentTrigger.REFUND_PART;
        }
        return state.everReleased(payment) ? PaymentTrigger.REFUND_REST : PaymentTrigger.REFUND_ALL;
    }

    /** The status of a payment once the money is held again that a refund or chargeback took. */
    PaymentStatus heldAgain(int payment, long movement) {
        if (milestones.has(payment)) {
            return milestones.paymentAfterReturn(payment, movement);
        }
        PaymentTable payments = state.payments();
        PaymentStatus now = payments.status(payment);
        boolean ended = now == PaymentStatus.RELEASED || now == PaymentStatus.REFUNDED;
        if (!ended) {
            return now;
        }
        boolean shipped = payments.shipmentSequence(payment) != 0;
        return shipped ? PaymentStatus.SHIPPED : PaymentStatus.HELD;
    }
}
