package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AdvanceClockDecoder;
import io.clearhold.core.codec.ClockSteppedEncoder;
import io.clearhold.core.codec.ClockTargetSetEncoder;
import io.clearhold.core.codec.InstructionDueEncoder;
import io.clearhold.core.codec.ShipByPassedEncoder;
import io.clearhold.core.codec.StepClockDecoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.Deadlines;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.Proof;
import io.clearhold.ledger.state.SettlementQueue;
import java.util.List;

/** Decides what time does: deadlines that are due, and the sandbox's movable clock. */
final class ClockDecisions {
    /** A hundred years: logged time stays within what every format can write. */
    private static final long FURTHEST_MS = 100L * 366 * 24 * 3600 * 1000;

    private final LedgerState state;
    private final EscrowFacts escrow;
    private final ClosingFacts closing;
    private final MilestoneDecisions milestones;
    private final DayDecisions days;
    private final List<DeadlineHandler> others;
    private final ClockTargetSetEncoder targetSet = new ClockTargetSetEncoder();
    private final ClockSteppedEncoder stepped = new ClockSteppedEncoder();
    private final InstructionDueEncoder instructionDue = new InstructionDueEncoder();
    private final ShipByPassedEncoder shipByPassed = new ShipByPassedEncoder();

    /** With those who know the deadlines that are neither a payment's nor an instruction's. */
    ClockDecisions(
            LedgerState state,
            EscrowFacts escrow,
            ClosingFacts closing,
            DayDecisions days,
            List<DeadlineHandler> others) {
        this.state = state;
        this.escrow = escrow;
        this.closing = closing;
        this.milestones = new MilestoneDecisions(state, escrow.milestones());
        this.days = days;
        this.others = List.copyOf(others);
    }

    /** One deadline a step, in their order, at most {@code atMost}. */
    void tick(int atMost, int step, Decision decision) {
        Deadlines deadlines = state.deadlines();
        if (step >= atMost || !deadlines.isDue(decision.nowMs())) {
            return;
        }
        long object = deadlines.nextObject(decision.nowMs());
        if (object == Proof.DAY_DEADLINE) {
            days.cut(decision);
            decision.continues();
            return;
        }
        if (object == SettlementQueue.DEADLINE) {
            days.settle(decision);
            decision.continues();
            return;
        }
        int payment = state.payments().find(object);
        if (payment >= 0) {
            fire(payment, decision);
        } else {
            fireOther(object, decision);
        }
        decision.continues();
    }

    private void fireOther(long object, Decision decision) {
        int instruction = state.instructions().find(object);
        if (instruction >= 0) {
            instructionDue(instruction, decision);
            return;
        }
        for (DeadlineHandler handler : others) {
            if (handler.fire(object, decision)) {
                return;
            }
        }
        throw new IllegalStateException("a deadline of nothing that is known: " + object);
    }

    void advance(AdvanceClockDecoder command, Decision decision) {
        Role role = Role.of(command.origin().role());
        if (role != Role.OPERATOR && role != Role.SYSTEM) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (state.settings().mode() != ServerMode.SANDBOX) {
            decision.refuse(ResultCode.SANDBOX_ONLY);
        } else if (command.advanceMs() > FURTHEST_MS - aheadMs(decision)) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
        } else {
            long from = Math.max(decision.nowMs(), state.clockTargetMs());
            decision.event(targetSet).targetMs(from + command.advanceMs());
            decision.end();
        }
    }

    /** How far the target is ahead of the plain clock, steps that are still to come included. */
    private long aheadMs(Decision decision) {
        long plainMs = decision.nowMs() - state.clockOffsetMs();
        return Math.max(decision.nowMs(), state.clockTargetMs()) - plainMs;
    }

    void step(StepClockDecoder command, Decision decision) {
        long to = Math.min(command.toMs(), state.clockTargetMs());
        long jump = to - decision.nowMs();
        if (jump > 0) {
            decision.event(stepped).offsetMs(state.clockOffsetMs() + jump);
            decision.end();
        }
    }

    private void fire(int payment, Decision decision) {
        PaymentTable payments = state.payments();
        if (payments.held(payment) > 0 && escrow.milestones().has(payment)) {
            milestones.fire(payment, escrow, decision);
            return;
        }
        switch (payments.status(payment)) {
            case CREATED, PENDING -> closing.close(payment, Cause.DEADLINE, decision);
            case HELD -> shipByPassed(payment, decision);
            // A dispute stops this deadline, so that nothing is frozen when it passes.
            case SHIPPED ->
                    escrow.release(payment, payments.held(payment), Cause.DEADLINE, decision);
            case RELEASED, REFUNDED, CANCELED, EXPIRED ->
                    throw new IllegalStateException(
                            "a deadline of a payment that is at its end: " + payments.id(payment));
        }
    }

    /**
     * What a dispute freezes is not refunded; should it be withdrawn, the deadline is due again.
     */
    private void shipByPassed(int payment, Decision decision) {
        long unfrozen = state.unfrozen(payment);
        boolean refunds = state.payments().autoRefund(payment) && unfrozen > 0;
        if (refunds) {
            escrow.refund(payment, unfrozen, Cause.DEADLINE, decision);
        }
        if (!refunds || unfrozen < state.payments().held(payment)) {
            decision.event(shipByPassed);
            decision.chain(shipByPassed.chain(), state.payments().id(payment));
            decision.end();
        }
    }

    private void instructionDue(int index, Decision decision) {
        InstructionTable instructions = state.instructions();
        int rung = Math.min(instructions.rung(index) + 1, state.settings().ladderRungs() - 1);
        decision.event(instructionDue);
        decision.chain(instructionDue.chain(), instructions.payment(index));
        boolean queued = instructions.status(index) == InstructionStatus.QUEUED;
        instructionDue
                .instruction(instructions.id(index))
                .rung((short) (queued ? instructions.rung(index) : rung))
                .nextActionMs(nextActionMs(index, rung, decision));
        decision.end();
    }

    /**
     * The next rung; but while it is in doubt whether the bank has it, not past the moment when a
     * "not found" counts.
     */
    private long nextActionMs(int index, int rung, Decision decision) {
        InstructionTable instructions = state.instructions();
        long next = decision.nowMs() + state.settings().ladderMs(rung);
        InstructionStatus status = instructions.status(index);
        boolean inDoubt =
                status == InstructionStatus.SUBMITTING || status == InstructionStatus.UNKNOWN;
        long counts = VisibilityWindow.endMs(state, index);
        return inDoubt && counts > decision.nowMs() ? Math.min(next, counts) : next;
    }
}
