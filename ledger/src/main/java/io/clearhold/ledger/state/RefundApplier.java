package io.clearhold.ledger.state;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.codec.RefundSucceededDecoder;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.RefundStatus;
import org.agrona.DirectBuffer;

/** Applies events of refunds, templates 208 to 210. */
final class RefundApplier implements FactApplier {
    private final LedgerState state;
    private final PaymentTable payments;
    private final RefundTable refunds;
    private final ClawbackLegs legs;
    private final RefundCreatedDecoder created = new RefundCreatedDecoder();
    private final RefundSucceededDecoder succeeded = new RefundSucceededDecoder();
    private final RefundFailedDecoder failed = new RefundFailedDecoder();

    RefundApplier(LedgerState state, ClawbackLegs legs) {
        this.state = state;
        this.payments = state.payments;
        this.refunds = state.refunds;
        this.legs = legs;
    }

    /** Whether the event is one of these. */
    static boolean takes(int template) {
        return template >= RefundCreatedDecoder.TEMPLATE_ID
                && template <= RefundFailedDecoder.TEMPLATE_ID;
    }

    @Override
    public void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case RefundCreatedDecoder.TEMPLATE_ID ->
                    apply(created.wrapAndApplyHeader(buffer, offset, header));
            case RefundSucceededDecoder.TEMPLATE_ID -> {
                succeeded.wrapAndApplyHeader(buffer, offset, header);
                touch(succeeded.chain().payment());
                int refund = refunds.find(succeeded.refund());
                refunds.status(refund, RefundStatus.SUCCEEDED);
                refunds.lastSequence(refund, state.sequence());
            }
            case RefundFailedDecoder.TEMPLATE_ID ->
                    apply(failed.wrapAndApplyHeader(buffer, offset, header));
            default ->
                    throw new IllegalStateException(
                            "unknown event of a refund " + header.templateId());
        }
    }

    private void apply(RefundCreatedDecoder event) {
        int payment = touch(event.chain().payment());
        int refund = refunds.add(event.refund());
        refunds.payment(refund, event.chain().payment());
        refunds.amount(refund, event.amount());
        refunds.currency(refund, event.currency());
        refunds.channel(refund, event.channel());
        refunds.status(refund, RefundStatus.PENDING);
        refunds.textSequence(refund, state.sequence());
        refunds.lastSequence(refund, state.sequence());
        refunds.createdAtMs(refund, state.logTimeMs());
        payments.refunded(payment, payments.refunded(payment) + event.amount());
        payments.status(payment, PaymentStatus.of(event.statusAfter()));
        takeLegs(payment, refund, event);
        if (payments.held(payment) == 0) {
            stopDeadline(payment);
        }
    }

    private void takeLegs(int payment, int refund, RefundCreatedDecoder event) {
        event.sbeRewind();
        RefundCreatedDecoder.LegsDecoder group = event.legs();
        int count = group.count();
        if (count == 0) {
            return;
        }
        legs.begin(payment, event.amount());
        int number = 0;
        int first = 0;
        for (RefundCreatedDecoder.LegsDecoder leg : group) {
            int index =
                    legs.take(
                            event.refund(),
                            number,
                            payment,
                            leg.kind(),
                            leg.place(),
                            leg.account(),
                            leg.amount(),
                            leg.tranche());
            first = number == 0 ? index : first;
            number++;
        }
        refunds.legs(refund, first, count);
    }

    private void apply(RefundFailedDecoder event) {
        int payment = touch(event.chain().payment());
        int refund = refunds.find(event.refund());
        refunds.status(refund, RefundStatus.FAILED);
        refunds.failure(refund, FailureReason.of(event.reason()));
        refunds.lastSequence(refund, state.sequence());
        payments.refunded(payment, payments.refunded(payment) - event.amount());
        payments.status(payment, PaymentStatus.of(event.statusAfter()));
        event.sbeRewind();
        RefundFailedDecoder.LegsDecoder group = event.legs();
        if (group.count() == 0) {
            payments.autoConfirmAtMs(payment, 0);
            state.extras.pausedMs(payment, 0);
            stopDeadline(payment);
            return;
        }
        legs.undo(payment, event.amount());
        for (RefundFailedDecoder.LegsDecoder leg : group) {
            legs.giveBack(payment, leg.kind(), leg.place(), leg.amount(), leg.tranche());
        }
    }

    private void stopDeadline(int payment) {
        state.schedule(payment, 0);
    }

    private int touch(long id) {
        int payment = payments.find(id);
        payments.lastSequence(payment, state.sequence());
        return payment;
    }
}
