package io.clearhold.ledger.machine;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.MilestoneTrigger;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/**
 * Decides refunds: who may give back how much of a payment. While anything is held it comes from
 * what is held; after that it is a clawback of what was released.
 */
final class RefundDecisions {
    private final LedgerState state;
    private final Access access;
    private final RefundFacts facts;
    private final MilestoneFacts milestoneFacts;
    private final MilestoneDecisions milestones;

    RefundDecisions(LedgerState state, Access access, EscrowFacts escrow) {
        this.state = state;
        this.access = access;
        this.facts = escrow.refunds();
        this.milestoneFacts = escrow.milestones();
        this.milestones = new MilestoneDecisions(state, milestoneFacts);
    }

    void decide(RefundPaymentDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        PaymentTable payments = state.payments();
        int payment = payments.find(command.payment());
        if (payment < 0 || !access.seesPayment(origin, payment)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        boolean payeeSide = access.isPayeeSide(origin, payment);
        boolean payerAccount =
                Role.of(origin.role()) != Role.PAYER_SECRET && access.isPayerSide(origin, payment);
        if (!payeeSide && !payerAccount) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (command.refundFee() != 0 && Role.of(origin.role()) != Role.PLATFORM) {
            decision.refuse(ResultCode.FEE_NOT_ALLOWED);
        } else if (payeeSide && payments.status(payment) == PaymentStatus.RELEASED) {
            clawBack(payment, command, decision);
        } else {
            refundHeld(payment, payeeSide, command, decision);
        }
    }

    private void refundHeld(
            int payment, boolean payeeSide, RefundPaymentDecoder command, Decision decision) {
        PaymentTable payments = state.payments();
        ResultCode guard =
                PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.REFUND_PART);
        if (guard != ResultCode.OK) {
            boolean chargedBack =
                    guard == ResultCode.ALREADY_REFUNDED && state.extras().chargedBack(payment) > 0;
            decision.refuse(chargedBack ? ResultCode.CHARGED_BACK : guard);
            return;
        }
        int selection =
                milestones.select(
                        payment, command.milestone(), MilestoneTrigger.REFUND_PART, decision);
        if (selection == MilestoneDecisions.REFUSED) {
            return;
        }
        boolean isLate = milestones.isLate(payment, selection);
        int taken = payeeSide ? selection : milestones.lateOf(selection);
        long unfrozen = milestoneFacts.unfrozen(payment, taken);
        long amount = command.amount() == 0 ? unfrozen : command.amount();
        if (!payeeSide && !isLate) {
            decision.refuse(ResultCode.SHIP_BY_NOT_PASSED);
        } else if (unfrozen == 0) {
            long held = payments.held(payment);
            decision.refuse(ResultCode.PAYMENT_DISPUTED, held, state.extras().frozen(payment));
        } else if (amount > unfrozen) {
            decision.refuse(ResultCode.AMOUNT_EXCEEDS_HELD, unfrozen, amount);
        } else if (!payeeSide && amount != unfrozen) {
            decision.refuse(ResultCode.PAYER_FULL_REFUND_ONLY, unfrozen, amount);
        } else if (state.book().totals(payments.currency(payment)).isFull()) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
        } else {
            decision.show(
                    IdKind.REFUND,
                    facts.ofHeld(
                            payment,
                            amount,
                            taken,
                            MilestoneFacts.Source.UNFROZEN,
                            Cause.REQUEST,
                            decision));
        }
    }

    private void clawBack(int payment, RefundPaymentDecoder command, Decision decision) {
        int selection =
                milestones.select(
                        payment, command.milestone(), MilestoneTrigger.CLAW_BACK, decision);
        if (selection == MilestoneDecisions.REFUSED) {
            return;
        }
        PaymentTable payments = state.payments();
        long released = milestoneFacts.released(payment, selection);
        long amount = command.amount() == 0 ? released : command.amount();
        boolean chargedBack = state.extras().chargedBack(payment) > 0;
        int currency = payments.currency(payment);
        if (chargedBack && (released == 0 || amount > released)) {
            decision.refuse(ResultCode.CHARGED_BACK, state.extras().chargedBack(payment), released);
        } else if (released == 0) {
            decision.refuse(ResultCode.ALREADY_REFUNDED);
        } else if (amount > released) {
            decision.refuse(ResultCode.AMOUNT_EXCEEDS_RELEASED, released, amount);
        } else if (state.book().totals(currency).isFull()) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
        } else {
            Legs legs = facts.clawback().take(payment, amount, command.refundFee() != 0, decision);
            long loss = legs.sum(AccountKind.FEES) + legs.sum(AccountKind.DEBT);
            if (!Headroom.refuses(state, currency, loss, decision)) {
                decision.show(
                        IdKind.REFUND,
                        facts.ofReleased(payment, amount, selection, Cause.REQUEST, decision));
            }
        }
    }
}
