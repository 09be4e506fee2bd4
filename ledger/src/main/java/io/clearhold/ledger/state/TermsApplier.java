package io.clearhold.ledger.state;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MilestoneExtendedDecoder;
import io.clearhold.core.codec.MilestoneFrozenDecoder;
import io.clearhold.core.codec.MilestoneRefundedDecoder;
import io.clearhold.core.codec.MilestoneReleasedDecoder;
import io.clearhold.core.codec.MilestoneReturnedDecoder;
import io.clearhold.core.codec.MilestoneShippedDecoder;
import io.clearhold.core.codec.MilestoneThawedDecoder;
import io.clearhold.core.codec.MilestonesAgreedDecoder;
import io.clearhold.core.codec.MilestonesHeldDecoder;
import io.clearhold.core.codec.PaymentUpdatedDecoder;
import io.clearhold.core.lifecycle.MilestoneStatus;
import io.clearhold.core.lifecycle.ShareKind;
import org.agrona.DirectBuffer;

/**
 * Applies new terms and what happens to milestones, templates 380 to 389. Money moves by the
 * payment's own events; these say of which milestones it was.
 */
final class TermsApplier implements FactApplier {
    private final LedgerState state;
    private final PaymentTable payments;
    private final MilestoneTable milestones;
    private final PaymentLinkApplier links;
    private final PaymentUpdatedDecoder updated = new PaymentUpdatedDecoder();
    private final MilestonesAgreedDecoder agreed = new MilestonesAgreedDecoder();
    private final MilestonesHeldDecoder held = new MilestonesHeldDecoder();
    private final MilestoneShippedDecoder shipped = new MilestoneShippedDecoder();
    private final MilestoneReleasedDecoder released = new MilestoneReleasedDecoder();
    private final MilestoneRefundedDecoder refunded = new MilestoneRefundedDecoder();
    private final MilestoneReturnedDecoder returned = new MilestoneReturnedDecoder();
    private final MilestoneFrozenDecoder frozen = new MilestoneFrozenDecoder();
    private final MilestoneThawedDecoder thawed = new MilestoneThawedDecoder();
    private final MilestoneExtendedDecoder extended = new MilestoneExtendedDecoder();

    TermsApplier(LedgerState state) {
        this.state = state;
        this.payments = state.payments;
        this.milestones = state.milestones;
        this.links = new PaymentLinkApplier(state);
    }

    @Override
    public void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case PaymentUpdatedDecoder.TEMPLATE_ID ->
                    apply(updated.wrapAndApplyHeader(buffer, offset, header));
            case MilestonesAgreedDecoder.TEMPLATE_ID ->
                    apply(agreed.wrapAndApplyHeader(buffer, offset, header));
            case MilestonesHeldDecoder.TEMPLATE_ID -> {
                held.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(held.chain().payment());
                int milestone = milestone(payment, 1);
                for (MilestonesHeldDecoder.MilestonesDecoder part : held.milestones()) {
                    milestones.status(milestone, MilestoneStatus.HELD);
                    milestones.held(milestone++, part.amount());
                }
                reschedule(payment);
            }
            case MilestoneShippedDecoder.TEMPLATE_ID -> {
                shipped.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(shipped.chain().payment());
                int milestone = milestone(payment, shipped.milestone());
                milestones.status(milestone, MilestoneStatus.SHIPPED);
                milestones.stopped(milestone, false);
                milestones.shipmentSequence(milestone, state.sequence());
                milestones.autoConfirmAtMs(milestone, shipped.autoConfirmAtMs());
                reschedule(payment);
            }
            case MilestoneExtendedDecoder.TEMPLATE_ID -> {
                extended.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(extended.chain().payment());
                int milestone = milestone(payment, extended.milestone());
                milestones.extendedSeconds(
                        milestone, milestones.extendedSeconds(milestone) + extended.seconds());
                milestones.autoConfirmAtMs(milestone, extended.autoConfirmAtMs());
                reschedule(payment);
            }
            case MilestoneFrozenDecoder.TEMPLATE_ID -> {
                frozen.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(frozen.chain().payment());
                int milestone = milestone(payment, frozen.milestone());
                milestones.frozen(milestone, milestones.frozen(milestone) + frozen.amount());
                milestones.pausedMs(milestone, frozen.pausedMs());
                milestones.autoConfirmAtMs(milestone, 0);
                reschedule(payment);
            }
            case MilestoneThawedDecoder.TEMPLATE_ID -> {
                thawed.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(thawed.chain().payment());
                int milestone = milestone(payment, thawed.milestone());
                milestones.frozen(milestone, milestones.frozen(milestone) - thawed.amount());
                milestones.pausedMs(milestone, 0);
                milestones.autoConfirmAtMs(milestone, thawed.autoConfirmAtMs());
                reschedule(payment);
            }
            default -> applyMoney(buffer, offset, header);
        }
    }

    private void applyMoney(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case MilestoneReleasedDecoder.TEMPLATE_ID -> {
                released.wrapAndApplyHeader(buffer, offset, header);
                int payment = touch(released.chain().payment());
                int milestone = milestone(payment, released.milestone());
                milestones.held(milestone, milestones.held(milestone) - released.amount());
                milestones.released(milestone, milestones.released(milestone) + released.amount());
                milestones.frozen(milestone, milestones.frozen(milestone) - released.frozen());
                milestones.status(milestone, MilestoneStatus.of(released.statusAfter()));
                reschedule(payment);
            }
            case MilestoneRefundedDecoder.TEMPLATE_ID ->
                    apply(refunded.wrapAndApplyHeader(buffer, offset, header));
            case MilestoneReturnedDecoder.TEMPLATE_ID ->
                    apply(returned.wrapAndApplyHeader(buffer, offset, header));
            default -> links.apply(buffer, offset, header);
        }
    }

    private void apply(PaymentUpdatedDecoder event) {
        int payment = touch(event.chain().payment());
        state.book.totals(event.currency()).expose(event.amount() - payments.amount(payment));
        payments.amount(payment, event.amount());
        payments.payByMs(payment, event.payByMs());
        payments.shipByMs(payment, event.shipByMs());
        payments.autoRefund(payment, event.autoRefund() != 0);
        payments.autoConfirmAfterSeconds(payment, event.autoConfirmAfterSeconds());
        payments.fee(payment, ShareKind.of(event.feeKind()), event.feeValue());
        state.extras.feeMin(payment, event.feeMin());
        state.extras.feeMax(payment, event.feeMax());
        payments.textSequence(payment, state.sequence());
        PaymentUpdatedDecoder.SplitsDecoder splits = event.splits();
        int count = splits.count();
        int had = payments.splitCount(payment);
        int index =
                state.splits.make(payments.id(payment), payments.firstSplit(payment), had, count);
        payments.firstSplit(payment, index);
        payments.splitCount(payment, count);
        while (splits.hasNext()) {
            splits.next();
            state.splits.put(index++, splits.account(), splits.kind(), splits.value());
        }
        payments.deadline(
                payment,
                state.deadlines.schedule(
                        payments.deadline(payment), payments.id(payment), event.payByMs()));
    }

    private void apply(MilestonesAgreedDecoder event) {
        int payment = touch(event.chain().payment());
        MilestonesAgreedDecoder.MilestonesDecoder parts = event.milestones();
        int count = parts.count();
        int had = state.extras.milestoneCount(payment);
        int before = had == 0 ? 0 : state.extras.firstMilestone(payment);
        int index = milestones.make(payments.id(payment), before, had, count);
        state.extras.milestones(payment, index, count);
        while (parts.hasNext()) {
            parts.next();
            milestones.status(index, MilestoneStatus.CREATED);
            milestones.name(index, parts.name());
            milestones.amount(index, parts.amount());
            index++;
        }
    }

    private void apply(MilestoneRefundedDecoder event) {
        int payment = touch(event.chain().payment());
        int milestone = milestone(payment, event.milestone());
        long amount = event.held() + event.released();
        milestones.held(milestone, milestones.held(milestone) - event.held());
        milestones.released(milestone, milestones.released(milestone) - event.released());
        milestones.frozen(milestone, milestones.frozen(milestone) - event.frozen());
        give(milestone, event.chargeback() != 0, amount);
        milestones.status(milestone, MilestoneStatus.of(event.statusAfter()));
        state.milestoneParts.put(
                event.movement(), event.milestone() - 1, event.held(), event.released());
        reschedule(payment);
    }

    private void apply(MilestoneReturnedDecoder event) {
        int payment = touch(event.chain().payment());
        int milestone = milestone(payment, event.milestone());
        if (event.stopped() != 0) {
            milestones.stopped(milestone, true);
            milestones.autoConfirmAtMs(milestone, 0);
        }
        milestones.held(milestone, milestones.held(milestone) + event.held());
        milestones.released(milestone, milestones.released(milestone) + event.released());
        give(milestone, event.chargeback() != 0, -event.held() - event.released());
        milestones.status(milestone, MilestoneStatus.of(event.statusAfter()));
        reschedule(payment);
    }

    private void give(int milestone, boolean chargeback, long amount) {
        if (chargeback) {
            milestones.chargedBack(milestone, milestones.chargedBack(milestone) + amount);
        } else {
            milestones.refunded(milestone, milestones.refunded(milestone) + amount);
        }
    }

    /** The milestone that has this place among those of a payment, from 1. */
    private int milestone(int payment, int place) {
        return state.extras.firstMilestone(payment) + place - 1;
    }

    private int touch(long id) {
        int payment = payments.find(id);
        payments.lastSequence(payment, state.sequence());
        return payment;
    }

    private void reschedule(int payment) {
        long nextMs = MilestoneDeadlines.nextMs(state, payment);
        payments.deadline(
                payment,
                state.deadlines.schedule(payments.deadline(payment), payments.id(payment), nextMs));
    }
}
