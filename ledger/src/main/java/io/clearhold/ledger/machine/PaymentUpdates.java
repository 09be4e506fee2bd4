package io.clearhold.ledger.machine;

import io.clearhold.core.codec.MilestonesAgreedEncoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PaymentUpdatedEncoder;
import io.clearhold.core.codec.UpdatePaymentDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.ExtrasTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/** Decides new terms of a payment that nobody has paid yet. */
final class PaymentUpdates {
    /** The terms that a command may name, each a bit of {@code given}. */
    static final int AMOUNT = 1;

    static final int PAY_BY = 1 << 1;
    static final int SHIP_BY = 1 << 2;
    static final int AUTO_REFUND = 1 << 3;
    static final int AUTO_CONFIRM_AFTER = 1 << 4;
    static final int FEE = 1 << 5;
    static final int SPLITS = 1 << 6;
    static final int MILESTONES = 1 << 7;
    static final int ALL = (1 << 8) - 1;

    private final LedgerState state;
    private final Access access;
    private final Terms terms;
    private final RiskRules risk;
    private final PaymentUpdatedEncoder updated = new PaymentUpdatedEncoder();
    private final MilestonesAgreedEncoder agreed = new MilestonesAgreedEncoder();

    PaymentUpdates(LedgerState state, Access access, Terms terms, RiskRules risk) {
        this.state = state;
        this.access = access;
        this.terms = terms;
        this.risk = risk;
    }

    void decide(UpdatePaymentDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        PaymentTable payments = state.payments();
        int payment = payments.find(command.payment());
        if (payment < 0 || !access.seesPayment(origin, payment)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        if (!access.isPayeeSide(origin, payment)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        ResultCode refusal = check(command, payment, decision);
        if (refusal != ResultCode.OK) {
            if (!decision.isRefused()) {
                decision.refuse(refusal);
            }
            return;
        }
        boolean rises = amount(command, payment) > payments.amount(payment);
        if (rises && !judge(command, payment, decision)) {
            risk.refuse(decision);
            return;
        }
        // Nothing below can fail.
        put(command, payment, decision);
        if (gives(command, MILESTONES)) {
            agree(command.payment(), decision);
        }
        if (rises) {
            risk.record(command.payment(), decision);
        }
        decision.show(IdKind.PAYMENT, command.payment());
    }

    /** A payment that grows is one more to the rules of its payee, with all of its amount. */
    private boolean judge(UpdatePaymentDecoder command, int payment, Decision decision) {
        PaymentTable payments = state.payments();
        return risk.judge(
                RiskOperation.PAYMENT,
                command.origin().key(),
                payments.payee(payment),
                payments.currency(payment),
                amount(command, payment),
                payments.payer(payment),
                0,
                false,
                decision);
    }

    /** The milestones of a payment, as the terms have them. */
    void agree(long payment, Decision decision) {
        decision.event(agreed);
        decision.chain(agreed.chain(), payment);
        MilestonesAgreedEncoder.MilestonesEncoder group =
                agreed.milestonesCount(terms.milestones());
        for (int i = 0; i < terms.milestones(); i++) {
            group.next().name(terms.milestoneName(i)).amount(terms.milestoneAmount(i));
        }
        decision.end();
    }

    private ResultCode check(UpdatePaymentDecoder command, int payment, Decision decision) {
        PaymentTable payments = state.payments();
        ResultCode guard = PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.UPDATE);
        if (guard != ResultCode.OK) {
            return guard;
        }
        if (command.expectedTextSequence() != payments.textSequence(payment)) {
            return ResultCode.TEXT_CHANGED;
        }
        int payee = state.accounts().find(payments.payee(payment));
        read(command, payment);
        if (gives(command, FEE)) {
            if (Role.of(command.origin().role()) == Role.ACCOUNT) {
                return ResultCode.FEE_NOT_ALLOWED;
            }
            terms.priceFor(payee);
        }
        long amount = amount(command, payment);
        long more = amount - payments.amount(payment);
        if (more > 0 && state.book().totals(payments.currency(payment)).isFullFor(more)) {
            return ResultCode.AMOUNT_TOO_LARGE;
        }
        boolean past =
                isPast(command, PAY_BY, command.payByMs(), decision)
                        || isPast(command, SHIP_BY, command.shipByMs(), decision);
        return past
                ? ResultCode.DEADLINE_IN_PAST
                : terms.check(payee, amount, payments.mode(payment), decision);
    }

    /** What the command gives, and for the rest what is agreed already. */
    private void read(UpdatePaymentDecoder command, int payment) {
        PaymentTable payments = state.payments();
        ExtrasTable extras = state.extras();
        terms.clear();
        if (gives(command, FEE)) {
            terms.fee(
                    ShareKind.of(command.feeKind()),
                    command.feeValue(),
                    command.feeMin(),
                    command.feeMax());
        } else {
            terms.feeAsBefore(
                    payments.feeKind(payment),
                    payments.feeValue(payment),
                    extras.feeMin(payment),
                    extras.feeMax(payment));
        }
        for (UpdatePaymentDecoder.SplitsDecoder split : command.splits()) {
            terms.addSplit(split.account(), split.kind(), split.value());
        }
        if (!gives(command, SPLITS)) {
            terms.addSplits(payments.firstSplit(payment), payments.splitCount(payment));
        }
        for (UpdatePaymentDecoder.MilestonesDecoder part : command.milestones()) {
            terms.addMilestone(part.name(), part.amount());
        }
        if (!gives(command, MILESTONES)) {
            terms.addMilestones(extras.firstMilestone(payment), extras.milestoneCount(payment));
        }
    }

    private void put(UpdatePaymentDecoder command, int payment, Decision decision) {
        PaymentTable payments = state.payments();
        long payBy =
                command.payByMs() != 0
                        ? command.payByMs()
                        : decision.nowMs() + state.settings().payByDefaultMs();
        decision.event(updated);
        decision.chain(updated.chain(), command.payment());
        updated.amount(amount(command, payment))
                .payByMs(gives(command, PAY_BY) ? payBy : payments.payByMs(payment))
                .shipByMs(gives(command, SHIP_BY) ? command.shipByMs() : payments.shipByMs(payment))
                .autoRefund(autoRefund(command, payment))
                .autoConfirmAfterSeconds(autoConfirmAfterSeconds(command, payment))
                .feeKind(terms.feeKind())
                .feeValue(terms.feeValue())
                .feeMin(terms.feeMin())
                .feeMax(terms.feeMax())
                .currency(payments.currency(payment));
        PaymentUpdatedEncoder.SplitsEncoder group = updated.splitsCount(terms.splits());
        for (int i = 0; i < terms.splits(); i++) {
            group.next()
                    .account(terms.splitAccount(i))
                    .kind(terms.splitKind(i))
                    .value(terms.splitValue(i));
        }
        decision.end();
    }

    private long amount(UpdatePaymentDecoder command, int payment) {
        return gives(command, AMOUNT) ? command.amount() : state.payments().amount(payment);
    }

    private short autoRefund(UpdatePaymentDecoder command, int payment) {
        boolean before = state.payments().autoRefund(payment);
        boolean after = gives(command, AUTO_REFUND) ? command.autoRefund() != 0 : before;
        return (short) (after ? 1 : 0);
    }

    private long autoConfirmAfterSeconds(UpdatePaymentDecoder command, int payment) {
        if (!gives(command, AUTO_CONFIRM_AFTER)) {
            return state.payments().autoConfirmAfterSeconds(payment);
        }
        return command.autoConfirmAfterSeconds() == PaymentCreation.NOT_GIVEN
                ? state.settings().autoConfirmDefaultSeconds()
                : command.autoConfirmAfterSeconds();
    }

    private static boolean isPast(
            UpdatePaymentDecoder command, int term, long timeMs, Decision decision) {
        return gives(command, term) && PaymentCreation.isPast(timeMs, decision);
    }

    private static boolean gives(UpdatePaymentDecoder command, int term) {
        return (command.given() & term) != 0;
    }
}
