package io.clearhold.ledger.state;

import io.clearhold.core.codec.CollectionUnmatchedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentCanceledDecoder;
import io.clearhold.core.codec.PaymentCloseRequestedDecoder;
import io.clearhold.core.codec.PaymentCreatedDecoder;
import io.clearhold.core.codec.PaymentDeclinedDecoder;
import io.clearhold.core.codec.PaymentExpiredDecoder;
import io.clearhold.core.codec.PaymentExtendedDecoder;
import io.clearhold.core.codec.PaymentHeldDecoder;
import io.clearhold.core.codec.PaymentPendingDecoder;
import io.clearhold.core.codec.PaymentReleasedDecoder;
import io.clearhold.core.codec.PaymentShippedDecoder;
import io.clearhold.core.codec.ShipByPassedDecoder;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ShareKind;
import org.agrona.DirectBuffer;

/**
 * Applies events of payments, templates 200 to 219 but for their refunds. Held money is the book's:
 * postings come first.
 */
final class PaymentApplier {
    private final LedgerState state;
    private final PaymentTable payments;
    private final PaymentCreatedDecoder created = new PaymentCreatedDecoder();
    private final PaymentPendingDecoder pending = new PaymentPendingDecoder();
    private final PaymentDeclinedDecoder declined = new PaymentDeclinedDecoder();
    private final PaymentHeldDecoder held = new PaymentHeldDecoder();
    private final PaymentShippedDecoder shipped = new PaymentShippedDecoder();
    private final PaymentExtendedDecoder extended = new PaymentExtendedDecoder();
    private final PaymentReleasedDecoder released = new PaymentReleasedDecoder();
    private final PaymentCloseRequestedDecoder closeRequested = new PaymentCloseRequestedDecoder();
    private final PaymentCanceledDecoder canceled = new PaymentCanceledDecoder();
    private final PaymentExpiredDecoder expired = new PaymentExpiredDecoder();
    private final ShipByPassedDecoder shipByPassed = new ShipByPassedDecoder();
    private final CollectionUnmatchedDecoder unmatched = new CollectionUnmatchedDecoder();

    PaymentApplier(LedgerState state) {
        this.state = state;
        this.payments = state.payments;
    }

    void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case PaymentCreatedDecoder.TEMPLATE_ID ->
                    apply(created.wrapAndApplyHeader(buffer, offset, header));
            case PaymentPendingDecoder.TEMPLATE_ID ->
                    apply(pending.wrapAndApplyHeader(buffer, offset, header));
            case PaymentDeclinedDecoder.TEMPLATE_ID ->
                    apply(declined.wrapAndApplyHeader(buffer, offset, header));
            case PaymentHeldDecoder.TEMPLATE_ID ->
                    apply(held.wrapAndApplyHeader(buffer, offset, header));
            case PaymentShippedDecoder.TEMPLATE_ID -> {
                shipped.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(shipped.chain().payment());
                payments.status(payment, PaymentStatus.SHIPPED);
                if (state.extras.milestoneCount(payment) == 0) {
                    payments.shipmentSequence(payment, state.sequence());
                }
                payments.autoConfirmAtMs(payment, shipped.autoConfirmAtMs());
                state.extras.pausedMs(payment, shipped.pausedMs());
                deadline(payment, shipped.autoConfirmAtMs());
            }
            case PaymentExtendedDecoder.TEMPLATE_ID -> {
                extended.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(extended.chain().payment());
                state.extras.extendedSeconds(
                        payment, state.extras.extendedSeconds(payment) + extended.seconds());
                payments.autoConfirmAtMs(payment, extended.autoConfirmAtMs());
                state.extras.pausedMs(payment, extended.pausedMs());
                deadline(payment, extended.autoConfirmAtMs());
            }
            case PaymentReleasedDecoder.TEMPLATE_ID ->
                    apply(released.wrapAndApplyHeader(buffer, offset, header));
            case PaymentCloseRequestedDecoder.TEMPLATE_ID -> {
                closeRequested.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(closeRequested.chain().payment());
                payments.closing(payment, closeRequested.cause());
                deadline(payment, 0);
            }
            case PaymentCanceledDecoder.TEMPLATE_ID -> {
                canceled.wrapAndApplyHeader(buffer, offset, header);
                close(touch(canceled.chain().payment()), PaymentStatus.CANCELED);
            }
            case PaymentExpiredDecoder.TEMPLATE_ID -> {
                expired.wrapAndApplyHeader(buffer, offset, header);
                close(touch(expired.chain().payment()), PaymentStatus.EXPIRED);
            }
            case ShipByPassedDecoder.TEMPLATE_ID -> {
                shipByPassed.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(shipByPassed.chain().payment());
                payments.shipByPassed(payment, true);
                milestonesAreLate(payment);
                deadline(payment, 0);
            }
            case CollectionUnmatchedDecoder.TEMPLATE_ID -> {
                unmatched.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(unmatched.chain().payment());
                FailureReason reason = FailureReason.of(unmatched.reason());
                payments.lastError(payment, reason);
                if (reason == FailureReason.WRONG_CURRENCY) {
                    // No line in the instruction's own currency is to be waited for.
                    state.instructions.settledAmount(
                            state.instructions.find(unmatched.instruction()), 0);
                }
            }
            default ->
                    throw new IllegalStateException(
                            "unknown event of a payment " + header.templateId());
        }
    }

    private void apply(PaymentCreatedDecoder event) {
        int payment = payments.add(event.chain().payment());
        payments.status(payment, PaymentStatus.CREATED);
        payments.mode(payment, PaymentMode.of(event.mode()));
        payments.currency(payment, event.currency());
        payments.creatorRole(payment, Role.of(event.creatorRole()));
        payments.platform(payment, event.platform());
        payments.payee(payment, event.payee());
        state.extras.creator(payment, event.creator());
        payments.payer(payment, event.payer());
        payments.amount(payment, event.amount());
        payments.payByMs(payment, event.payByMs());
        payments.shipByMs(payment, event.shipByMs());
        payments.autoRefund(payment, event.autoRefund() != 0);
        payments.autoConfirmAfterSeconds(payment, event.autoConfirmAfterSeconds());
        payments.referenceHigh(payment, event.referenceHigh());
        payments.referenceLow(payment, event.referenceLow());
        payments.fee(payment, ShareKind.of(event.feeKind()), event.feeValue());
        state.extras.feeMin(payment, event.feeMin());
        state.extras.feeMax(payment, event.feeMax());
        payments.textSequence(payment, state.sequence());
        payments.lastSequence(payment, state.sequence());
        payments.createdAtMs(payment, state.logTimeMs());
        state.references.insert(event.referenceHigh(), event.referenceLow(), payment);
        state.book.totals(event.currency()).expose(event.amount());
        deadline(payment, event.payByMs());
        int count = 0;
        for (PaymentCreatedDecoder.SplitsDecoder split : event.splits()) {
            int index = state.splits.append(Mix.mix(event.chain().payment(), count + 1L));
            if (count == 0) {
                payments.firstSplit(payment, index);
            }
            state.splits.put(index, split.account(), split.kind(), split.value());
            count++;
        }
        payments.splitCount(payment, count);
    }

    private void apply(PaymentPendingDecoder event) {
        int payment = touch(event.chain().payment());
        payments.status(payment, PaymentStatus.PENDING);
        payments.attempt(payment, event.attempt());
        payments.instruction(payment, event.instruction());
        payments.lastError(payment, FailureReason.NONE);
        deadline(payment, event.payByMs());
    }

    private void apply(PaymentDeclinedDecoder event) {
        int payment = touch(event.chain().payment());
        payments.status(payment, PaymentStatus.CREATED);
        payments.lastError(payment, FailureReason.of(event.reason()));
        payments.closing(payment, 0);
        deadline(payment, event.payByMs());
    }

    private void apply(PaymentHeldDecoder event) {
        int payment = touch(event.chain().payment());
        payments.status(payment, PaymentStatus.HELD);
        payments.attempt(payment, event.attempt());
        payments.collected(payment, true);
        payments.channel(payment, event.channel());
        payments.paidByWallet(payment, event.wallet() != 0);
        payments.proven(payment, event.wallet() != 0 || event.proven() != 0);
        if (event.instruction() != 0) {
            payments.instruction(payment, event.instruction());
        }
        if (event.wallet() != 0) {
            payments.payer(payment, event.wallet());
        }
        payments.closing(payment, 0);
        payments.lastError(payment, FailureReason.NONE);
        payments.feeFixed(payment, event.fee());
        state.extras.reserveFixed(payment, event.reserve());
        payments.shipByMs(payment, event.shipByMs());
        int split = payments.firstSplit(payment);
        for (PaymentHeldDecoder.SharesDecoder share : event.shares()) {
            state.splits.fixed(split++, share.amount());
        }
        deadline(payment, event.shipByMs());
    }

    private void apply(PaymentReleasedDecoder event) {
        int payment = touch(event.chain().payment());
        payments.status(payment, PaymentStatus.of(event.statusAfter()));
        payments.released(payment, payments.released(payment) + event.amount());
        if (!payments.proven(payment)) {
            UnsettledShares.add(state, payment, event);
            event.sbeRewind();
        }
        payments.feeTaken(payment, payments.feeTaken(payment) + event.fee());
        int split = payments.firstSplit(payment);
        for (PaymentReleasedDecoder.SharesDecoder share : event.shares()) {
            state.splits.taken(split, state.splits.taken(split) + share.amount());
            split++;
        }
        if (event.reserve() > 0) {
            keepBack(payment, event);
        }
        stopWhenNothingIsHeld(payment);
    }

    private void keepBack(int payment, PaymentReleasedDecoder event) {
        ExtrasTable extras = state.extras;
        extras.reserveTaken(payment, extras.reserveTaken(payment) + event.reserve());
        state.tranches.open(
                event.tranche(),
                event.payee(),
                event.currency(),
                event.reserve(),
                event.reserveUntilMs());
    }

    private void milestonesAreLate(int payment) {
        int first = state.extras.firstMilestone(payment);
        for (int i = 0; i < state.extras.milestoneCount(payment); i++) {
            if (state.milestones.status(first + i) == MilestoneStatus.HELD) {
                state.milestones.late(first + i, true);
            }
        }
    }

    private void stopWhenNothingIsHeld(int payment) {
        if (payments.held(payment) == 0) {
            deadline(payment, 0);
        }
    }

    private void close(int payment, PaymentStatus status) {
        payments.status(payment, status);
        payments.closing(payment, 0);
        deadline(payment, 0);
        state.references.remove(payments.referenceHigh(payment), payments.referenceLow(payment));
        state.book.totals(payments.currency(payment)).expose(-payments.amount(payment));
    }

    private int touch(long id) {
        int payment = payments.find(id);
        payments.lastSequence(payment, state.sequence());
        return payment;
    }

    private void deadline(int payment, long timeMs) {
        state.schedule(payment, timeMs);
    }
}
