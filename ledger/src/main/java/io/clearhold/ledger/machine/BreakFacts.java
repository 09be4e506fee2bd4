package io.clearhold.ledger.machine;

import io.clearhold.core.codec.BreakOpenedEncoder;
import io.clearhold.core.codec.BreakResolvedEncoder;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakResolution;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.MovementKind;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/** Opens and closes breaks: what ledger and bank do not agree about. */
final class BreakFacts {
    private static final int NO_MOVEMENT = 0;

    private final LedgerState state;
    private final BreakOpenedEncoder opened = new BreakOpenedEncoder();
    private final BreakResolvedEncoder resolved = new BreakResolvedEncoder();

    BreakFacts(LedgerState state) {
        this.state = state;
    }

    /** Money came that its payment cannot take; it is in suspense. */
    void unmatchedCollection(
            int index, long amount, int currency, FailureReason reason, Decision decision) {
        BreakType type =
                switch (reason) {
                    case WRONG_AMOUNT -> BreakType.WRONG_AMOUNT;
                    case WRONG_CURRENCY -> BreakType.WRONG_CURRENCY;
                    case ACCOUNT_CLOSED -> BreakType.ACCOUNT_CLOSED;
                    default -> BreakType.LATE_COLLECTION;
                };
        open(index, type, EntrySide.CREDIT, NO_MOVEMENT, amount, currency, decision);
    }

    /** A statement should have shown the movement by now. */
    void missing(int index, MovementKind movement, long amount, Decision decision) {
        int currency = state.instructions().currency(index);
        open(
                index,
                BreakType.MISSING,
                EntrySide.DEBIT,
                movement.code(),
                amount,
                currency,
                decision);
    }

    /** Money that is owed to the payer is back with us: it needs another way to him. */
    void refundFailed(int index, Decision decision) {
        InstructionTable instructions = state.instructions();
        open(
                index,
                BreakType.REFUND_FAILED,
                EntrySide.CREDIT,
                NO_MOVEMENT,
                instructions.amount(index),
                instructions.currency(index),
                decision);
    }

    /** More was charged back than is left of the payment; returns the break's id. */
    long chargebackExcess(int index, long amount, Decision decision) {
        return open(
                index,
                BreakType.CHARGEBACK_EXCESS,
                EntrySide.DEBIT,
                NO_MOVEMENT,
                amount,
                state.instructions().currency(index),
                decision);
    }

    /** What was charged back too much came back after its break had been resolved. */
    void excessWon(int index, long amount, Decision decision) {
        open(
                index,
                BreakType.UNMATCHED,
                EntrySide.CREDIT,
                NO_MOVEMENT,
                amount,
                state.instructions().currency(index),
                decision);
    }

    /** What was charged back too much came back. */
    void chargebackWon(int breakIndex, Decision decision) {
        resolve(breakIndex, BreakResolution.CHARGEBACK_WON, decision);
    }

    /** The line came after its short break. */
    void lineCame(int breakIndex, Decision decision) {
        resolve(breakIndex, BreakResolution.LINE_CAME, decision);
    }

    private void resolve(int breakIndex, BreakResolution resolution, Decision decision) {
        decision.event(resolved);
        decision.chain(resolved.chain(), state.breaks().payment(breakIndex));
        resolved.breakId(state.breaks().id(breakIndex)).resolution((short) resolution.code());
        decision.end();
    }

    private long open(
            int index,
            BreakType type,
            EntrySide direction,
            int movement,
            long amount,
            int currency,
            Decision decision) {
        InstructionTable instructions = state.instructions();
        long id = decision.newId();
        decision.event(opened);
        decision.chain(opened.chain(), instructions.payment(index));
        opened.breakId(id)
                .type((short) type.code())
                .direction((short) direction.code())
                .channel((short) instructions.channel(index))
                .currency(currency)
                .amount(amount)
                .instruction(instructions.id(index))
                .movement((short) movement)
                .treatment((short) treatment(index, type, amount, currency).code());
        decision.end();
        return id;
    }

    /** Late money is applied if its payment still waits for just that; else as the type says. */
    private BreakAction treatment(int index, BreakType type, long amount, int currency) {
        PaymentTable payments = state.payments();
        int payment = payments.find(state.instructions().payment(index));
        boolean waits =
                type == BreakType.LATE_COLLECTION
                        && payment >= 0
                        && PaymentLifecycle.guard(payments.status(payment), PaymentTrigger.COLLECT)
                                == ResultCode.OK
                        && payments.amount(payment) == amount
                        && payments.currency(payment) == currency;
        return waits ? BreakAction.APPLY : type.treatment();
    }
}
