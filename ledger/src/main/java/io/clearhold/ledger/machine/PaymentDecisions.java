package io.clearhold.ledger.machine;

import io.clearhold.core.codec.CancelPaymentDecoder;
import io.clearhold.core.codec.ConfirmPaymentDecoder;
import io.clearhold.core.codec.ExtendPaymentDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PaymentExtendedEncoder;
import io.clearhold.core.codec.PaymentShippedEncoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.MilestoneTrigger;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/** Decides what payee and payer ask of a payment that exists. */
final class PaymentDecisions {
    /** A hundred years. */
    private static final long LONGEST_WAIT_SECONDS = 100L * 366 * 24 * 3600;

    private final LedgerState state;
    private final Access access;
    private final EscrowFacts facts;
    private final ClosingFacts closing;
    private final MilestoneDecisions milestones;
    private final PaymentShippedEncoder shipped = new PaymentShippedEncoder();
    private final PaymentExtendedEncoder extended = new PaymentExtendedEncoder();

    PaymentDecisions(LedgerState state, Access access, EscrowFacts facts, ClosingFacts closing) {
        this.state = state;
        this.access = access;
        this.facts = facts;
        this.closing = closing;
        this.milestones = new MilestoneDecisions(state, facts.milestones());
    }

    void ship(ShipPaymentDecoder command, Decision decision) {
        int payment = visible(command.origin(), command.payment(), decision);
        if (payment < 0) {
            return;
        }
        PaymentTable payments = state.payments();
        if (!access.isPayeeSide(command.origin(), payment)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        ResultCode guard = PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.SHIP);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
            return;
        }
        int selection =
                milestones.select(payment, command.milestone(), MilestoneTrigger.SHIP, decision);
        if (selection == MilestoneDecisions.REFUSED) {
            return;
        }
        decision.show(IdKind.PAYMENT, command.payment());
        if (facts.milestones().has(payment)) {
            milestones.ship(payment, selection, decision);
            return;
        }
        long waitMs = milliseconds(payments.autoConfirmAfterSeconds(payment));
        boolean stands = state.extras().frozen(payment) > 0;
        decision.event(shipped);
        decision.chain(shipped.chain(), command.payment());
        shipped.autoConfirmAtMs(stands ? 0 : decision.nowMs() + waitMs)
                .pausedMs(stands ? Math.max(1, waitMs) : 0);
        decision.end();
    }

    void extend(ExtendPaymentDecoder command, Decision decision) {
        int payment = visible(command.origin(), command.payment(), decision);
        if (payment < 0) {
            return;
        }
        PaymentTable payments = state.payments();
        boolean side =
                access.isPayeeSide(command.origin(), payment)
                        || access.isPayerSide(command.origin(), payment);
        if (!side) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        if (facts.milestones().has(payment) && payments.held(payment) > 0) {
            extendMilestones(command, payment, decision);
            return;
        }
        ResultCode guard = PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.EXTEND);
        if (guard != ResultCode.OK) {
            decision.refuse(
                    guard == ResultCode.ALREADY_PAID ? ResultCode.PAYMENT_NOT_SHIPPED : guard);
            return;
        }
        if (command.milestone() != 0) {
            decision.refuse(ResultCode.MILESTONE_NOT_FOUND);
            return;
        }
        long pausedMs = state.extras().pausedMs(payment);
        if (payments.autoConfirmAtMs(payment) == 0 && pausedMs == 0) {
            decision.refuse(ResultCode.DEADLINE_STOPPED);
            return;
        }
        long left =
                payments.autoConfirmAfterSeconds(payment) - state.extras().extendedSeconds(payment);
        if (command.seconds() > left) {
            decision.refuse(ResultCode.EXTENSION_LIMIT, left, command.seconds());
            return;
        }
        long moreMs = milliseconds(command.seconds());
        boolean stands = pausedMs > 0;
        decision.event(extended);
        decision.chain(extended.chain(), command.payment());
        extended.seconds(command.seconds())
                .autoConfirmAtMs(stands ? 0 : payments.autoConfirmAtMs(payment) + moreMs)
                .pausedMs(stands ? pausedMs + moreMs : 0);
        decision.end();
        decision.show(IdKind.PAYMENT, command.payment());
    }

    /** The deadlines are the milestones' own, and run as soon as the first is shipped. */
    private void extendMilestones(ExtendPaymentDecoder command, int payment, Decision decision) {
        int selection =
                milestones.select(payment, command.milestone(), MilestoneTrigger.EXTEND, decision);
        if (selection != MilestoneDecisions.REFUSED) {
            milestones.extend(payment, selection, command.seconds(), decision);
        }
        if (!decision.isRefused()) {
            decision.show(IdKind.PAYMENT, command.payment());
        }
    }

    void confirm(ConfirmPaymentDecoder command, Decision decision) {
        int payment = visible(command.origin(), command.payment(), decision);
        if (payment < 0) {
            return;
        }
        PaymentTable payments = state.payments();
        if (!access.isPayerSide(command.origin(), payment)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        ResultCode guard =
                PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.RELEASE_PART);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
            return;
        }
        int selection =
                milestones.select(
                        payment, command.milestone(), MilestoneTrigger.RELEASE_PART, decision);
        if (selection == MilestoneDecisions.REFUSED) {
            return;
        }
        long unfrozen = facts.milestones().unfrozen(payment, selection);
        if (unfrozen == 0) {
            long held = payments.held(payment);
            decision.refuse(ResultCode.PAYMENT_DISPUTED, held, state.extras().frozen(payment));
            return;
        }
        if (command.amount() > unfrozen) {
            decision.refuse(ResultCode.AMOUNT_EXCEEDS_HELD, unfrozen, command.amount());
            return;
        }
        facts.release(
                payment,
                command.amount() == 0 ? unfrozen : command.amount(),
                selection,
                MilestoneFacts.Source.UNFROZEN,
                Cause.REQUEST,
                decision);
        decision.show(IdKind.PAYMENT, command.payment());
    }

    void cancel(CancelPaymentDecoder command, Decision decision) {
        int payment = visible(command.origin(), command.payment(), decision);
        if (payment < 0) {
            return;
        }
        PaymentTable payments = state.payments();
        if (!access.isPayeeSide(command.origin(), payment)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        ResultCode guard = PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.CANCEL);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
        } else if (payments.closing(payment) != 0) {
            decision.refuse(ResultCode.CANCEL_ALREADY_REQUESTED);
        } else {
            closing.close(payment, Cause.REQUEST, decision);
            decision.show(IdKind.PAYMENT, command.payment());
        }
    }

    /** A wait that would overflow is a very long one, not one that is over. */
    static long milliseconds(long seconds) {
        return Math.min(seconds, LONGEST_WAIT_SECONDS) * 1000;
    }

    /** The index of a payment that the caller may see, or -1 after refusing. */
    private int visible(OriginDecoder origin, long id, Decision decision) {
        int payment = state.payments().find(id);
        if (payment < 0 || !access.seesPayment(origin, payment)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return -1;
        }
        return payment;
    }
}
