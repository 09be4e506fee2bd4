package io.clearhold.ledger.state;

import io.clearhold.core.codec.BreakAssignedDecoder;
import io.clearhold.core.codec.BreakReopenedDecoder;
import io.clearhold.core.codec.BreakTreatedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.MovementKind;
import org.agrona.DirectBuffer;

/** Applies what two persons do about breaks, templates 370 to 372. */
final class BreakTreatmentApplier implements FactApplier {
    private final LedgerState state;
    private final BreakTable breaks;
    private final ProofApplier proof;
    private final BreakTreatedDecoder treated = new BreakTreatedDecoder();
    private final BreakReopenedDecoder reopened = new BreakReopenedDecoder();
    private final BreakAssignedDecoder assigned = new BreakAssignedDecoder();

    BreakTreatmentApplier(LedgerState state, ProofApplier proof) {
        this.state = state;
        this.breaks = state.breaks;
        this.proof = proof;
    }

    @Override
    public void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case BreakTreatedDecoder.TEMPLATE_ID ->
                    apply(treated.wrapAndApplyHeader(buffer, offset, header));
            case BreakReopenedDecoder.TEMPLATE_ID ->
                    apply(reopened.wrapAndApplyHeader(buffer, offset, header));
            case BreakAssignedDecoder.TEMPLATE_ID -> {
                assigned.wrapAndApplyHeader(buffer, offset, header);
                int index = breaks.find(assigned.breakId());
                breaks.assignedSequence(index, state.sequence());
                breaks.lastSequence(index, state.sequence());
                touch(assigned.chain().payment());
            }
            default ->
                    throw new IllegalStateException(
                            "unknown event of breaks " + header.templateId());
        }
    }

    private void apply(BreakTreatedDecoder event) {
        int index = breaks.find(event.breakId());
        breaks.treatment(
                index, event.action(), event.account(), event.instruction(), event.movement());
        proof.resolve(event.breakId());
        if (event.movement() != 0) {
            proof.shown(event.instruction(), MovementKind.of(event.movement()));
        }
        touch(event.chain().payment());
    }

    private void apply(BreakReopenedDecoder event) {
        int index = breaks.find(event.breakId());
        breaks.treatment(index, 0, 0, 0, 0);
        proof.reopen(index);
        if (event.movement() != 0) {
            MovementKind movement = MovementKind.of(event.movement());
            proof.notShown(event.instruction(), movement);
            if (BreakAction.of(event.action()) == BreakAction.MATCH) {
                await(event.instruction(), movement);
            }
        }
        touch(event.chain().payment());
    }

    /** What comes waits for its line again; what leaves was never waited for. */
    private void await(long id, MovementKind movement) {
        InstructionTable instructions = state.instructions;
        int instruction = instructions.find(id);
        if (movement == MovementKind.COLLECTION || movement == MovementKind.RETURN) {
            state.awaited.add(
                    instructions.channel(instruction),
                    instructions.currency(instruction),
                    instruction,
                    movement);
        }
    }

    private void touch(long payment) {
        if (payment != 0) {
            state.payments.lastSequence(state.payments.find(payment), state.sequence());
        }
    }
}
