package io.clearhold.ledger.machine;

import io.clearhold.core.codec.InstructionClosingEncoder;
import io.clearhold.core.codec.TopUpDeclinedEncoder;
import io.clearhold.core.codec.TopUpFailedEncoder;
import io.clearhold.core.codec.TopUpSucceededEncoder;
import io.clearhold.core.codec.TopUpUnmatchedEncoder;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.TopUpLifecycle;
import io.clearhold.core.lifecycle.TopUpTrigger;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.TopUpTable;

/**
 * What the end of its instruction means for a top-up. Money that came is booked in any case: to the
 * account if it is what was asked for, else to suspense with a break.
 */
final class TopUpFacts {
    private final LedgerState state;
    private final BreakFacts breaks;
    private final TopUpSucceededEncoder succeeded = new TopUpSucceededEncoder();
    private final TopUpDeclinedEncoder declined = new TopUpDeclinedEncoder();
    private final TopUpFailedEncoder failed = new TopUpFailedEncoder();
    private final TopUpUnmatchedEncoder unmatched = new TopUpUnmatchedEncoder();
    private final InstructionClosingEncoder closing = new InstructionClosingEncoder();

    TopUpFacts(LedgerState state, BreakFacts breaks) {
        this.state = state;
        this.breaks = breaks;
    }

    /** The channel collected. */
    void collected(int instruction, long amount, int currency, Decision decision) {
        int topUp = find(instruction);
        FailureReason fault = faultOf(topUp, amount, currency);
        if (fault == FailureReason.NONE) {
            putSucceeded(topUp, decision);
            return;
        }
        putUnmatched(instruction, amount, currency, fault, decision);
        if (can(topUp, TopUpTrigger.FAIL)) {
            putFailed(topUp, fault, decision);
        }
    }

    /** It collected what it had said it had not. */
    void collectedLate(int instruction, long amount, int currency, Decision decision) {
        boolean asked = currency == state.instructions().currency(instruction);
        FailureReason fault = asked ? FailureReason.LATE : FailureReason.WRONG_CURRENCY;
        putUnmatched(instruction, amount, currency, fault, decision);
    }

    /** The channel has certainly collected nothing. */
    void failed(int instruction, FailureReason reason, Decision decision) {
        int topUp = find(instruction);
        boolean refused = reason == FailureReason.DECLINED || reason == FailureReason.REFUSED;
        if (refused && can(topUp, TopUpTrigger.DECLINE)) {
            decision.event(declined).topUp(state.topUps().id(topUp)).reason((short) reason.code());
            decision.end();
        } else if (can(topUp, TopUpTrigger.FAIL)) {
            putFailed(topUp, reason, decision);
        }
    }

    /** It has waited long enough: the channel is asked to close it, and its word ends it. */
    void close(int instruction, Decision decision) {
        decision.event(closing);
        decision.chain(closing.chain(), 0);
        closing.instruction(state.instructions().id(instruction))
                .nextActionMs(decision.nowMs() + state.settings().ladderMs(0));
        decision.end();
    }

    private FailureReason faultOf(int topUp, long amount, int currency) {
        TopUpTable topUps = state.topUps();
        int account = state.accounts().find(topUps.account(topUp));
        if (!can(topUp, TopUpTrigger.COLLECT)) {
            return FailureReason.LATE;
        } else if (currency != topUps.currency(topUp)) {
            return FailureReason.WRONG_CURRENCY;
        } else if (state.accounts().status(account) == AccountStatus.CLOSED) {
            return FailureReason.ACCOUNT_CLOSED;
        }
        return amount == topUps.amount(topUp) ? FailureReason.NONE : FailureReason.WRONG_AMOUNT;
    }

    private void putSucceeded(int topUp, Decision decision) {
        TopUpTable topUps = state.topUps();
        long account = topUps.account(topUp);
        long amount = topUps.amount(topUp);
        int currency = topUps.currency(topUp);
        decision.event(succeeded)
                .topUp(topUps.id(topUp))
                .account(account)
                .amount(amount)
                .currency(currency)
                .channel((short) topUps.channel(topUp))
                .debt(decision.funds().credit(account, currency, amount));
        decision.end();
    }

    private void putFailed(int topUp, FailureReason reason, Decision decision) {
        decision.event(failed).topUp(state.topUps().id(topUp)).reason((short) reason.code());
        decision.end();
    }

    private void putUnmatched(
            int instruction, long amount, int currency, FailureReason reason, Decision decision) {
        InstructionTable instructions = state.instructions();
        decision.event(unmatched)
                .topUp(instructions.subject(instruction))
                .instruction(instructions.id(instruction))
                .amount(amount)
                .currency(currency)
                .channel((short) instructions.channel(instruction))
                .reason((short) reason.code());
        decision.end();
        breaks.unmatchedCollection(instruction, amount, currency, reason, decision);
    }

    private boolean can(int topUp, TopUpTrigger trigger) {
        return TopUpLifecycle.TABLE.guard(state.topUps().status(topUp), trigger) == ResultCode.OK;
    }

    private int find(int instruction) {
        return state.topUps().find(state.instructions().subject(instruction));
    }
}
