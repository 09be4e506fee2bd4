package io.clearhold.ledger.state;

import io.clearhold.core.codec.InstructionAcceptedDecoder;
import io.clearhold.core.codec.InstructionClaimedDecoder;
import io.clearhold.core.codec.InstructionClosingDecoder;
import io.clearhold.core.codec.InstructionDeferredDecoder;
import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.InstructionFailedDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.InstructionReturnedDecoder;
import io.clearhold.core.codec.InstructionSettledDecoder;
import io.clearhold.core.codec.InstructionUnknownDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PayoutCreatedDecoder;
import io.clearhold.core.codec.PayoutFailedDecoder;
import io.clearhold.core.codec.PayoutPaidDecoder;
import io.clearhold.core.codec.PayoutReturnedDecoder;
import io.clearhold.core.codec.PayoutSubmittedDecoder;
import io.clearhold.core.codec.PayoutUnknownDecoder;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.proof.MovementKind;
import org.agrona.DirectBuffer;

/** Applies events of bank instructions and payouts, templates 220 to 249. */
final class MovementApplier {
    private final LedgerState state;
    private final InstructionTable instructions;
    private final InstructionQueuedDecoder queued = new InstructionQueuedDecoder();
    private final InstructionClaimedDecoder claimed = new InstructionClaimedDecoder();
    private final InstructionDeferredDecoder deferred = new InstructionDeferredDecoder();
    private final InstructionAcceptedDecoder accepted = new InstructionAcceptedDecoder();
    private final InstructionUnknownDecoder unknown = new InstructionUnknownDecoder();
    private final InstructionDueDecoder due = new InstructionDueDecoder();
    private final InstructionClosingDecoder closing = new InstructionClosingDecoder();
    private final InstructionSettledDecoder settled = new InstructionSettledDecoder();
    private final InstructionFailedDecoder failed = new InstructionFailedDecoder();
    private final InstructionReturnedDecoder returned = new InstructionReturnedDecoder();
    private final PayoutCreatedDecoder payoutCreated = new PayoutCreatedDecoder();
    private final PayoutSubmittedDecoder payoutSubmitted = new PayoutSubmittedDecoder();
    private final PayoutUnknownDecoder payoutUnknown = new PayoutUnknownDecoder();
    private final PayoutPaidDecoder payoutPaid = new PayoutPaidDecoder();
    private final PayoutFailedDecoder payoutFailed = new PayoutFailedDecoder();
    private final PayoutReturnedDecoder payoutReturned = new PayoutReturnedDecoder();

    MovementApplier(LedgerState state) {
        this.state = state;
        this.instructions = state.instructions;
    }

    void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case InstructionQueuedDecoder.TEMPLATE_ID ->
                    apply(queued.wrapAndApplyHeader(buffer, offset, header));
            case InstructionClaimedDecoder.TEMPLATE_ID -> {
                claimed.wrapAndApplyHeader(buffer, offset, header);
                int index = touch(claimed.instruction(), claimed.chain().payment());
                instructions.claimedAtMs(index, state.logTimeMs());
                move(index, InstructionStatus.SUBMITTING, claimed.nextActionMs());
            }
            case InstructionDeferredDecoder.TEMPLATE_ID -> {
                deferred.wrapAndApplyHeader(buffer, offset, header);
                int index = touch(deferred.instruction(), deferred.chain().payment());
                instructions.rung(index, deferred.rung());
                move(index, InstructionStatus.QUEUED, deferred.nextActionMs());
            }
            case InstructionAcceptedDecoder.TEMPLATE_ID -> {
                accepted.wrapAndApplyHeader(buffer, offset, header);
                int index = touch(accepted.instruction(), accepted.chain().payment());
                instructions.rung(index, 0);
                move(index, InstructionStatus.ACCEPTED, accepted.nextActionMs());
            }
            case InstructionUnknownDecoder.TEMPLATE_ID -> {
                unknown.wrapAndApplyHeader(buffer, offset, header);
                int index = touch(unknown.instruction(), unknown.chain().payment());
                instructions.rung(index, 0);
                move(index, InstructionStatus.UNKNOWN, unknown.nextActionMs());
            }
            case InstructionDueDecoder.TEMPLATE_ID -> {
                due.wrapAndApplyHeader(buffer, offset, header);
                int index = touch(due.instruction(), due.chain().payment());
                instructions.rung(index, due.rung());
                move(index, instructions.status(index), due.nextActionMs());
            }
            case InstructionClosingDecoder.TEMPLATE_ID -> {
                closing.wrapAndApplyHeader(buffer, offset, header);
                int index = touch(closing.instruction(), closing.chain().payment());
                instructions.closing(index, true);
                if (instructions.kind(index) == InstructionKind.TOPUP) {
                    int topUp = state.topUps.find(instructions.subject(index));
                    state.topUps.closesAt(topUp, 0, state.deadlines);
                }
                instructions.rung(index, 0);
                move(index, instructions.status(index), closing.nextActionMs());
            }
            case InstructionSettledDecoder.TEMPLATE_ID -> {
                settled.wrapAndApplyHeader(buffer, offset, header);
                int index = touch(settled.instruction(), settled.chain().payment());
                instructions.settledAmount(index, settled.amount());
                instructions.settledDay(index, state.proof.openDay());
                if (instructions.kind(index).collects()) {
                    await(index, MovementKind.COLLECTION);
                } else if (instructions.kind(index) == InstructionKind.CONTEST) {
                    instructions.returnedDay(index, state.proof.openDay());
                    await(index, MovementKind.RETURN);
                }
                move(index, InstructionStatus.SETTLED, 0);
            }
            case InstructionFailedDecoder.TEMPLATE_ID -> {
                failed.wrapAndApplyHeader(buffer, offset, header);
                move(
                        touch(failed.instruction(), failed.chain().payment()),
                        InstructionStatus.FAILED,
                        0);
            }
            case InstructionReturnedDecoder.TEMPLATE_ID -> {
                returned.wrapAndApplyHeader(buffer, offset, header);
                int index = touch(returned.instruction(), returned.chain().payment());
                instructions.returnedDay(index, state.proof.openDay());
                await(index, MovementKind.RETURN);
                move(index, InstructionStatus.RETURNED, 0);
            }
            case PayoutCreatedDecoder.TEMPLATE_ID ->
                    apply(payoutCreated.wrapAndApplyHeader(buffer, offset, header));
            case PayoutSubmittedDecoder.TEMPLATE_ID ->
                    payout(
                            payoutSubmitted.wrapAndApplyHeader(buffer, offset, header).payout(),
                            PayoutStatus.SUBMITTED,
                            FailureReason.NONE);
            case PayoutUnknownDecoder.TEMPLATE_ID ->
                    payout(
                            payoutUnknown.wrapAndApplyHeader(buffer, offset, header).payout(),
                            PayoutStatus.UNKNOWN,
                            FailureReason.NONE);
            case PayoutPaidDecoder.TEMPLATE_ID ->
                    payout(
                            payoutPaid.wrapAndApplyHeader(buffer, offset, header).payout(),
                            PayoutStatus.PAID,
                            FailureReason.NONE);
            case PayoutFailedDecoder.TEMPLATE_ID -> {
                payoutFailed.wrapAndApplyHeader(buffer, offset, header);
                payout(
                        payoutFailed.payout(),
                        PayoutStatus.FAILED,
                        FailureReason.of(payoutFailed.reason()));
            }
            case PayoutReturnedDecoder.TEMPLATE_ID -> {
                payoutReturned.wrapAndApplyHeader(buffer, offset, header);
                if (payoutReturned.suspended() == 0) {
                    state.book.unsettled(
                            payoutReturned.account(),
                            payoutReturned.currency(),
                            payoutReturned.amount());
                }
                payout(payoutReturned.payout(), PayoutStatus.RETURNED, FailureReason.RETURNED);
                state.payouts.suspended(
                        state.payouts.find(payoutReturned.payout()),
                        payoutReturned.suspended() != 0);
            }
            default ->
                    throw new IllegalStateException(
                            "unknown event of a movement " + header.templateId());
        }
    }

    private void apply(InstructionQueuedDecoder event) {
        int index = instructions.add(event.instruction());
        instructions.kind(index, InstructionKind.of(event.kind()));
        instructions.channel(index, event.channel());
        instructions.currency(index, event.currency());
        instructions.subject(index, event.subject());
        instructions.payment(index, event.chain().payment());
        instructions.amount(index, event.amount());
        instructions.textSequence(index, event.textSequence());
        move(index, InstructionStatus.QUEUED, 0);
        touchPayment(event.chain().payment());
        if (InstructionKind.of(event.kind()) == InstructionKind.PAYOUT) {
            int payout = state.payouts.find(event.subject());
            state.payouts.instruction(payout, event.instruction());
            state.payouts.held(payout, false);
            state.payouts.lastSequence(payout, state.sequence());
        }
    }

    private void await(int index, MovementKind movement) {
        state.awaited.add(
                instructions.channel(index), instructions.currency(index), index, movement);
    }

    private void apply(PayoutCreatedDecoder event) {
        PayoutTable payouts = state.payouts;
        int index = payouts.add(event.payout());
        payouts.account(index, event.account());
        payouts.amount(index, event.amount());
        payouts.currency(index, event.currency());
        payouts.channel(index, event.channel());
        payouts.hasDestination(index, event.hasDestination() != 0);
        payouts.status(index, PayoutStatus.PENDING);
        payouts.held(index, event.held() != 0);
        payouts.textSequence(index, event.textSequence());
        payouts.lastSequence(index, state.sequence());
        payouts.createdAtMs(index, state.logTimeMs());
        state.book.payoutLeaves(event.account(), event.currency(), event.amount());
    }

    private void payout(long id, PayoutStatus status, FailureReason failure) {
        PayoutTable payouts = state.payouts;
        int index = payouts.find(id);
        state.book.payoutMoves(
                payouts.account(index),
                payouts.currency(index),
                payouts.amount(index),
                payouts.status(index),
                status);
        payouts.status(index, status);
        payouts.failure(index, failure);
        payouts.held(index, false);
        payouts.lastSequence(index, state.sequence());
    }

    private void move(int index, InstructionStatus status, long nextActionMs) {
        instructions.status(index, status);
        instructions.nextActionMs(index, nextActionMs);
        instructions.deadline(
                index,
                state.deadlines.scheduleUnheld(
                        instructions.deadline(index), instructions.id(index), nextActionMs));
    }

    private int touch(long instruction, long payment) {
        touchPayment(payment);
        return instructions.find(instruction);
    }

    private void touchPayment(long id) {
        if (id != 0) {
            state.payments.lastSequence(state.payments.find(id), state.sequence());
        }
    }
}
