package io.clearhold.ledger.machine;

import io.clearhold.core.codec.InstructionClosingEncoder;
import io.clearhold.core.codec.InstructionFailedEncoder;
import io.clearhold.core.codec.PaymentCanceledEncoder;
import io.clearhold.core.codec.PaymentCloseRequestedEncoder;
import io.clearhold.core.codec.PaymentDeclinedEncoder;
import io.clearhold.core.codec.PaymentExpiredEncoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.InstructionStatus;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/**
 * Ends payments of which nothing was collected. While an attempt may have reached its bank, the
 * bank is asked to close it first, and only its word ends the payment: if it has collected, held
 * wins.
 */
final class ClosingFacts {
    private final LedgerState state;
    private final PaymentCloseRequestedEncoder closeRequested = new PaymentCloseRequestedEncoder();
    private final InstructionClosingEncoder instructionClosing = new InstructionClosingEncoder();
    private final InstructionFailedEncoder instructionFailed = new InstructionFailedEncoder();
    private final PaymentCanceledEncoder canceled = new PaymentCanceledEncoder();
    private final PaymentExpiredEncoder expired = new PaymentExpiredEncoder();
    private final PaymentDeclinedEncoder declined = new PaymentDeclinedEncoder();

    ClosingFacts(LedgerState state) {
        this.state = state;
    }

    /** Cancels (on request) or expires (by deadline) a payment that is created or pending. */
    void close(int payment, Cause cause, Decision decision) {
        PaymentTable payments = state.payments();
        InstructionTable instructions = state.instructions();
        int instruction =
                payments.status(payment) == PaymentStatus.PENDING
                        ? instructions.find(payments.instruction(payment))
                        : -1;
        if (instruction >= 0 && mayHaveLeft(instructions.status(instruction))) {
            requestClose(payment, instruction, cause, decision);
            return;
        }
        if (instruction >= 0 && instructions.status(instruction) == InstructionStatus.QUEUED) {
            decision.event(instructionFailed);
            decision.chain(instructionFailed.chain(), payments.id(payment));
            instructionFailed
                    .instruction(instructions.id(instruction))
                    .evidence((short) Evidence.ANSWER.code())
                    .reason((short) FailureReason.CANCELED.code());
            decision.end();
        }
        end(payment, cause, decision);
    }

    /**
     * The attempt has certainly collected nothing: back to created, or to the end that was asked
     * for meanwhile.
     */
    void attemptFailed(int payment, FailureReason reason, Decision decision) {
        PaymentTable payments = state.payments();
        int closing = payments.closing(payment);
        if (closing != 0) {
            end(payment, Cause.of(closing), decision);
            return;
        }
        decision.event(declined);
        decision.chain(declined.chain(), payments.id(payment));
        declined.attempt(payments.attempt(payment))
                .reason((short) reason.code())
                .payByMs(payments.payByMs(payment));
        decision.end();
    }

    private void requestClose(int payment, int instruction, Cause cause, Decision decision) {
        PaymentTable payments = state.payments();
        decision.event(closeRequested);
        decision.chain(closeRequested.chain(), payments.id(payment));
        closeRequested.cause((short) cause.code());
        decision.end();
        decision.event(instructionClosing);
        decision.chain(instructionClosing.chain(), payments.id(payment));
        instructionClosing
                .instruction(state.instructions().id(instruction))
                .nextActionMs(decision.nowMs() + state.settings().ladderMs(0));
        decision.end();
    }

    private void end(int payment, Cause cause, Decision decision) {
        long id = state.payments().id(payment);
        if (cause == Cause.DEADLINE) {
            decision.event(expired);
            decision.chain(expired.chain(), id);
        } else {
            decision.event(canceled);
            decision.chain(canceled.chain(), id);
            canceled.cause((short) cause.code());
        }
        decision.end();
    }

    private static boolean mayHaveLeft(InstructionStatus status) {
        return switch (status) {
            case SUBMITTING, ACCEPTED, UNKNOWN -> true;
            case QUEUED, SETTLED, FAILED, RETURNED -> false;
        };
    }
}
