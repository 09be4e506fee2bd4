package io.clearhold.ledger.machine;

import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/** Decides refunds: who may give back how much of a payment. */
final class RefundDecisions {
    private final LedgerState state;
    private final Access access;
    private final EscrowFacts facts;

    RefundDecisions(LedgerState state, Access access, EscrowFacts facts) {
        this.state = state;
        this.access = access;
        this.facts = facts;
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
            return;
        }
        ResultCode guard =
                PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.REFUND_PART);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
            return;
        }
        long held = payments.held(payment);
        long amount = command.amount() == 0 ? held : command.amount();
        if (!payeeSide && !payments.shipByPassed(payment)) {
            decision.refuse(ResultCode.SHIP_BY_NOT_PASSED);
        } else if (amount > held) {
            decision.refuse(ResultCode.AMOUNT_EXCEEDS_HELD, held, amount);
        } else if (!payeeSide && amount != held) {
            decision.refuse(ResultCode.PAYER_FULL_REFUND_ONLY, held, amount);
        } else if (state.book().totals(payments.currency(payment)).isFull()) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
        } else {
            decision.show(IdKind.REFUND, facts.refund(payment, amount, Cause.REQUEST, decision));
        }
    }
}
