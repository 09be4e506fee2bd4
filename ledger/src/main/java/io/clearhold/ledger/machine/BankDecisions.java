package io.clearhold.ledger.machine;

import io.clearhold.core.codec.ClaimInstructionDecoder;
import io.clearhold.core.codec.InstructionAcceptedEncoder;
import io.clearhold.core.codec.InstructionClaimedEncoder;
import io.clearhold.core.codec.InstructionDeferredEncoder;
import io.clearhold.core.codec.InstructionUnknownEncoder;
import io.clearhold.core.codec.PayoutSubmittedEncoder;
import io.clearhold.core.codec.PayoutUnknownEncoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PayoutLifecycle;
import io.clearhold.core.lifecycle.PayoutTrigger;
import io.clearhold.core.lifecycle.RefundLifecycle;
import io.clearhold.core.lifecycle.RefundTrigger;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;

/**
 * Decides what a bank's word, or its silence, does to an instruction. Words come early, late, twice
 * and out of order: what adds nothing to what is known comes to no event, and an unknown outcome is
 * never guessed.
 */
final class BankDecisions {
    private final LedgerState state;
    private final BankFacts facts;
    private final InstructionClaimedEncoder claimed = new InstructionClaimedEncoder();
    private final InstructionDeferredEncoder deferred = new InstructionDeferredEncoder();
    private final InstructionAcceptedEncoder accepted = new InstructionAcceptedEncoder();
    private final InstructionUnknownEncoder unknown = new InstructionUnknownEncoder();
    private final PayoutSubmittedEncoder payoutSubmitted = new PayoutSubmittedEncoder();
    private final PayoutUnknownEncoder payoutUnknown = new PayoutUnknownEncoder();

    BankDecisions(LedgerState state, BankFacts facts) {
        this.state = state;
        this.facts = facts;
    }

    void claim(ClaimInstructionDecoder command, Decision decision) {
        InstructionTable instructions = state.instructions();
        int index = instructions.find(command.instruction());
        if (index < 0) {
            decision.refuse(ResultCode.NOT_FOUND);
        } else if (instructions.status(index) != InstructionStatus.QUEUED) {
            decision.refuse(
                    isOpen(instructions.status(index))
                            ? ResultCode.INSTRUCTION_NOT_QUEUED
                            : ResultCode.INSTRUCTION_CLOSED);
        } else {
            decision.event(claimed);
            decision.chain(claimed.chain(), instructions.payment(index));
            claimed.instruction(command.instruction()).nextActionMs(nextActionMs(0, decision));
            decision.end();
        }
    }

    void report(ReportOutcomeDecoder command, int step, Decision decision) {
        InstructionTable instructions = state.instructions();
        int index = instructions.find(command.instruction());
        if (index < 0) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        BankOutcome outcome = BankOutcome.of(command.outcome());
        if (step > 0 && outcome != BankOutcome.CHARGED_BACK) {
            facts.releaseDirect(index, decision);
            return;
        }
        Evidence evidence = Evidence.of(command.evidence());
        InstructionStatus status = instructions.status(index);
        switch (outcome) {
            case ACCEPTED, PENDING -> accept(index, status, decision);
            case NOT_SENT -> defer(index, status, decision);
            case UNKNOWN ->
                    becomeUnknown(
                            index, status, FailureReason.of((int) command.amount()), decision);
            case NOT_FOUND -> {
                if (isTrustedNotFound(index, status, decision)) {
                    facts.failed(index, evidence, FailureReason.NOT_COLLECTED, decision);
                }
            }
            case REJECTED -> {
                FailureReason reason = rejection((int) command.amount());
                if (isOpen(status)) {
                    facts.failed(index, evidence, reason, decision);
                } else if (takesBack(index, status)) {
                    takeBack(index, evidence, reason, decision);
                }
            }
            case CLOSED -> {
                if (isOpen(status)) {
                    facts.failed(index, evidence, FailureReason.CLOSED, decision);
                }
            }
            case SETTLED -> {
                if (!isUsable(index, command)) {
                    refuseAmount(index, status, decision);
                } else if (isOpen(status)) {
                    facts.settled(index, evidence, command.amount(), command.currency(), decision);
                } else if (status == InstructionStatus.FAILED) {
                    facts.settledLate(
                            index, evidence, command.amount(), command.currency(), decision);
                }
            }
            case CHARGED_BACK -> chargeBack(index, command, evidence, decision);
            case RETURNED -> {
                boolean hadLeft = isOpen(status) || status == InstructionStatus.SETTLED;
                if (hadLeft) {
                    facts.returned(index, evidence, decision);
                }
            }
        }
    }

    /** Steps: what was collected, if that is news; the release of a direct payment; then this. */
    private void chargeBack(
            int index, ReportOutcomeDecoder command, Evidence evidence, Decision decision) {
        InstructionTable instructions = state.instructions();
        boolean fits =
                isUsable(index, command)
                        && (command.cost() == 0
                                || state.book()
                                        .totals(instructions.currency(index))
                                        .takesFact(command.cost()));
        if (!fits) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
        } else if (instructions.kind(index) != InstructionKind.COLLECT) {
            decision.refuse(ResultCode.INSTRUCTION_CLOSED);
        } else if (isOpen(instructions.status(index))) {
            facts.settled(
                    index,
                    evidence,
                    instructions.amount(index),
                    instructions.currency(index),
                    decision);
            decision.continues();
        } else if (facts.awaitsRelease(index)) {
            facts.releaseDirect(index, decision);
            decision.continues();
        } else {
            facts.chargedBack(
                    index,
                    evidence,
                    command.amount(),
                    command.cost(),
                    command.currency(),
                    decision);
        }
    }

    /** What was asked for always fits; anything else has to leave room in the totals. */
    private boolean isUsable(int index, ReportOutcomeDecoder command) {
        InstructionTable instructions = state.instructions();
        boolean asAsked =
                command.amount() == instructions.amount(index)
                        && command.currency() == instructions.currency(index);
        return asAsked
                || (Currencies.entry(command.currency()) != null
                        && state.book().totals(command.currency()).takesFact(command.amount()));
    }

    /** An amount that nobody can have moved is no word of money at all: the bank is asked again. */
    private void refuseAmount(int index, InstructionStatus status, Decision decision) {
        if (status == InstructionStatus.SUBMITTING) {
            becomeUnknown(index, status, FailureReason.BANK_ERROR, decision);
        } else {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
        }
    }

    /** A bank may say that a refund failed even after it had said that it succeeded. */
    private boolean takesBack(int index, InstructionStatus status) {
        if (state.instructions().kind(index) != InstructionKind.REFUND) {
            return false;
        }
        int refund = state.refunds().find(state.instructions().subject(index));
        return status == InstructionStatus.SETTLED
                && RefundLifecycle.TABLE.guard(state.refunds().status(refund), RefundTrigger.FAIL)
                        == ResultCode.OK;
    }

    /** What a statement has shown to leave can only have come back. */
    private void takeBack(int index, Evidence evidence, FailureReason reason, Decision decision) {
        if (state.instructions().proven(index)) {
            facts.returned(index, evidence, decision);
        } else {
            facts.failed(index, evidence, reason, decision);
        }
    }

    private static FailureReason rejection(int code) {
        FailureReason reason = FailureReason.of(code);
        return reason == FailureReason.NONE ? FailureReason.DECLINED : reason;
    }

    private void accept(int index, InstructionStatus status, Decision decision) {
        boolean news =
                status == InstructionStatus.SUBMITTING || status == InstructionStatus.UNKNOWN;
        if (!news) {
            return;
        }
        InstructionTable instructions = state.instructions();
        decision.event(accepted);
        decision.chain(accepted.chain(), instructions.payment(index));
        accepted.instruction(instructions.id(index)).nextActionMs(nextActionMs(0, decision));
        decision.end();
        if (moves(index, PayoutTrigger.SUBMIT)) {
            decision.event(payoutSubmitted);
            decision.chain(payoutSubmitted.chain(), 0);
            payoutSubmitted.payout(instructions.subject(index));
            decision.end();
        }
    }

    private void defer(int index, InstructionStatus status, Decision decision) {
        if (status != InstructionStatus.SUBMITTING) {
            return;
        }
        InstructionTable instructions = state.instructions();
        int rung = instructions.rung(index);
        decision.event(deferred);
        decision.chain(deferred.chain(), instructions.payment(index));
        deferred.instruction(instructions.id(index))
                .rung((short) nextRung(rung))
                .nextActionMs(nextActionMs(rung, decision));
        decision.end();
    }

    private void becomeUnknown(
            int index, InstructionStatus status, FailureReason why, Decision decision) {
        if (status != InstructionStatus.SUBMITTING) {
            return;
        }
        InstructionTable instructions = state.instructions();
        decision.event(unknown);
        decision.chain(unknown.chain(), instructions.payment(index));
        unknown.instruction(instructions.id(index))
                .why((short) why.code())
                .nextActionMs(nextActionMs(0, decision));
        decision.end();
        if (moves(index, PayoutTrigger.LOSE)) {
            decision.event(payoutUnknown);
            decision.chain(payoutUnknown.chain(), 0);
            payoutUnknown.payout(instructions.subject(index));
            decision.end();
        }
    }

    /** Whether the instruction is a payout's, and that is news of the payout. */
    private boolean moves(int index, PayoutTrigger trigger) {
        InstructionTable instructions = state.instructions();
        if (instructions.kind(index) != InstructionKind.PAYOUT) {
            return false;
        }
        int payout = state.payouts().find(instructions.subject(index));
        return PayoutLifecycle.TABLE.guard(state.payouts().status(payout), trigger)
                == ResultCode.OK;
    }

    /**
     * "Not found" may only mean "not yet visible": it counts after the channel's window, and never
     * against its own word.
     */
    private boolean isTrustedNotFound(int index, InstructionStatus status, Decision decision) {
        boolean inDoubt =
                status == InstructionStatus.SUBMITTING || status == InstructionStatus.UNKNOWN;
        return inDoubt && decision.nowMs() >= VisibilityWindow.endMs(state, index);
    }

    private long nextActionMs(int rung, Decision decision) {
        return decision.nowMs() + state.settings().ladderMs(rung);
    }

    private int nextRung(int rung) {
        return Math.min(rung + 1, state.settings().ladderRungs() - 1);
    }

    static boolean isOpen(InstructionStatus status) {
        return switch (status) {
            case QUEUED, SUBMITTING, ACCEPTED, UNKNOWN -> true;
            case SETTLED, FAILED, RETURNED -> false;
        };
    }
}
