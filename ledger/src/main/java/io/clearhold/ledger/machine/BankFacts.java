package io.clearhold.ledger.machine;

import io.clearhold.core.codec.CollectionUnmatchedEncoder;
import io.clearhold.core.codec.InstructionFailedEncoder;
import io.clearhold.core.codec.InstructionReturnedEncoder;
import io.clearhold.core.codec.InstructionSettledEncoder;
import io.clearhold.core.codec.PayoutPaidEncoder;
import io.clearhold.core.codec.PayoutReturnedEncoder;
import io.clearhold.core.lifecycle.AccountStatus;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.ChargebackTrigger;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.PayoutTable;

/** What the end of an instruction means for the payment, refund or payout that it serves. */
final class BankFacts {
    private final LedgerState state;
    private final EscrowFacts escrow;
    private final RefundFacts refunds;
    private final ClosingFacts closing;
    private final PayoutDecisions payoutDecisions;
    private final TopUpFacts topUps;
    private final OwnMoneyFacts ownMoney;
    private final BreakTreatments treatments;
    private final BreakFacts breaks;
    private final ChargebackFacts chargebacks;
    private final InstructionSettledEncoder settled = new InstructionSettledEncoder();
    private final InstructionFailedEncoder failed = new InstructionFailedEncoder();
    private final InstructionReturnedEncoder returned = new InstructionReturnedEncoder();
    private final CollectionUnmatchedEncoder unmatched = new CollectionUnmatchedEncoder();
    private final PayoutPaidEncoder payoutPaid = new PayoutPaidEncoder();
    private final PayoutReturnedEncoder payoutReturned = new PayoutReturnedEncoder();

    BankFacts(
            LedgerState state,
            EscrowFacts escrow,
            ClosingFacts closing,
            PayoutDecisions payoutDecisions,
            TopUpFacts topUps,
            OwnMoneyFacts ownMoney,
            BreakTreatments treatments,
            BreakFacts breaks,
            ChargebackFacts chargebacks) {
        this.state = state;
        this.escrow = escrow;
        this.refunds = escrow.refunds();
        this.closing = closing;
        this.payoutDecisions = payoutDecisions;
        this.topUps = topUps;
        this.ownMoney = ownMoney;
        this.treatments = treatments;
        this.breaks = breaks;
        this.chargebacks = chargebacks;
    }

    void settled(int index, Evidence evidence, long amount, int currency, Decision decision) {
        InstructionTable instructions = state.instructions();
        putSettled(index, evidence, amount, decision);
        switch (instructions.kind(index)) {
            case COLLECT -> collected(index, amount, currency, decision);
            case REFUND ->
                    refunds.succeeded(
                            instructions.subject(index),
                            state.payments().find(instructions.payment(index)),
                            decision);
            case PAYOUT -> {
                decision.event(payoutPaid);
                decision.chain(payoutPaid.chain(), 0);
                payoutPaid.payout(instructions.subject(index));
                decision.end();
            }
            case TOPUP -> topUps.collected(index, amount, currency, decision);
            case OWN_FUNDS -> ownMoneyCame(index, amount, currency, decision);
            case WITHDRAWAL, GIVE_BACK -> {
                // It was booked when it was approved.
            }
            case CONTEST -> judged(index, ChargebackTrigger.WIN, decision);
        }
    }

    /**
     * It was said to have failed, and the bank did it all the same: collected money goes to
     * suspense.
     */
    void settledLate(int index, Evidence evidence, long amount, int currency, Decision decision) {
        switch (state.instructions().kind(index)) {
            case COLLECT -> {
                putSettled(index, evidence, amount, decision);
                putUnmatched(index, amount, currency, FailureReason.LATE, decision);
            }
            case TOPUP -> {
                putSettled(index, evidence, amount, decision);
                topUps.collectedLate(index, amount, currency, decision);
            }
            case OWN_FUNDS -> {
                putSettled(index, evidence, amount, decision);
                ownMoney.came(index, amount, currency, FailureReason.LATE, decision);
            }
            case REFUND, PAYOUT, WITHDRAWAL, GIVE_BACK -> {
                // Money that left all the same shows on a statement: a break opens there.
            }
            case CONTEST -> {
                putSettled(index, evidence, amount, decision);
                judged(index, ChargebackTrigger.WIN, decision);
            }
        }
    }

    /** The payer's bank took back what was collected, if that is news and can be. */
    void chargedBack(
            int index, Evidence evidence, long amount, long cost, int currency, Decision decision) {
        if (chargebacks.isPossible(index, currency)) {
            chargebacks.open(index, amount, cost, evidence, decision);
        }
    }

    /** Whether {@link #chargedBack} would say anything new. */
    boolean canBeChargedBack(int index, int currency) {
        return chargebacks.isPossible(index, currency);
    }

    /** A direct payment is held only between two steps of one command. */
    boolean awaitsRelease(int index) {
        PaymentTable payments = state.payments();
        int payment = payments.find(state.instructions().payment(index));
        return payment >= 0
                && payments.mode(payment) == PaymentMode.DIRECT
                && payments.status(payment) == PaymentStatus.HELD;
    }

    /** The channel has decided about a chargeback. */
    private void judged(int index, ChargebackTrigger verdict, Decision decision) {
        int chargeback = state.chargebacks().find(state.instructions().subject(index));
        if (!chargebacks.takes(chargeback, verdict)) {
            return;
        }
        if (verdict == ChargebackTrigger.WIN) {
            chargebacks.win(chargeback, decision);
        } else {
            chargebacks.lose(chargeback, Cause.CHANNEL, decision);
        }
    }

    void failed(int index, Evidence evidence, FailureReason reason, Decision decision) {
        InstructionTable instructions = state.instructions();
        decision.event(failed);
        decision.chain(failed.chain(), instructions.payment(index));
        failed.instruction(instructions.id(index))
                .evidence((short) evidence.code())
                .reason((short) reason.code());
        decision.end();
        switch (instructions.kind(index)) {
            case COLLECT -> {
                int payment = state.payments().find(instructions.payment(index));
                if (isCurrentAttempt(payment, index)) {
                    closing.attemptFailed(payment, reason, decision);
                }
            }
            case REFUND -> refundFailed(index, false, reason, decision);
            case CONTEST -> judged(index, ChargebackTrigger.LOSE, decision);
            case PAYOUT ->
                    payoutDecisions.fail(
                            state.payouts().find(instructions.subject(index)), reason, decision);
            case TOPUP -> topUps.failed(index, reason, decision);
            case OWN_FUNDS, WITHDRAWAL -> ownMoney.undo(index, false, reason, decision);
            case GIVE_BACK -> treatments.cameBack(index, false, decision);
        }
    }

    /** It had left, and came back. */
    void returned(int index, Evidence evidence, Decision decision) {
        InstructionTable instructions = state.instructions();
        switch (instructions.kind(index)) {
            case COLLECT, CONTEST, TOPUP, OWN_FUNDS -> {
                // What was collected does not come back: it is refunded, or charged back.
            }
            case REFUND -> {
                putReturned(index, evidence, decision);
                refundFailed(index, true, FailureReason.RETURNED, decision);
            }
            case GIVE_BACK -> {
                putReturned(index, evidence, decision);
                treatments.cameBack(index, true, decision);
            }
            case WITHDRAWAL -> {
                putReturned(index, evidence, decision);
                ownMoney.undo(index, true, FailureReason.RETURNED, decision);
            }
            case PAYOUT -> {
                putReturned(index, evidence, decision);
                payoutReturned(index, decision);
            }
        }
    }

    private void putReturned(int index, Evidence evidence, Decision decision) {
        decision.event(returned);
        decision.chain(returned.chain(), state.instructions().payment(index));
        returned.instruction(state.instructions().id(index)).evidence((short) evidence.code());
        decision.end();
    }

    /** For an account that was closed meanwhile it goes to suspense. */
    private void payoutReturned(int index, Decision decision) {
        PayoutTable payouts = state.payouts();
        int payout = payouts.find(state.instructions().subject(index));
        boolean suspended = isClosed(payouts.account(payout));
        decision.event(payoutReturned);
        decision.chain(payoutReturned.chain(), 0);
        payoutReturned
                .payout(payouts.id(payout))
                .account(payouts.account(payout))
                .amount(payouts.amount(payout))
                .currency(payouts.currency(payout))
                .channel((short) payouts.channel(payout))
                .debt(suspended ? 0 : payoutDecisions.repaid(payout, decision))
                .suspended((short) (suspended ? 1 : 0));
        decision.end();
        if (suspended) {
            breaks.unmatchedCollection(
                    index,
                    payouts.amount(payout),
                    payouts.currency(payout),
                    FailureReason.ACCOUNT_CLOSED,
                    decision);
        }
    }

    /** The second step of a direct payment's collection. */
    void releaseDirect(int index, Decision decision) {
        int payment = state.payments().find(state.instructions().payment(index));
        escrow.release(payment, state.payments().held(payment), Cause.COLLECTION, decision);
    }

    private void collected(int index, long amount, int currency, Decision decision) {
        InstructionTable instructions = state.instructions();
        PaymentTable payments = state.payments();
        int payment = payments.find(instructions.payment(index));
        if (!isCurrentAttempt(payment, index)) {
            putUnmatched(index, amount, currency, FailureReason.LATE, decision);
        } else if (currency != instructions.currency(index)) {
            mismatched(index, amount, currency, FailureReason.WRONG_CURRENCY, decision);
        } else if (amount != instructions.amount(index)) {
            mismatched(index, amount, currency, FailureReason.WRONG_AMOUNT, decision);
        } else if (isClosed(payments.payee(payment))) {
            mismatched(index, amount, currency, FailureReason.ACCOUNT_CLOSED, decision);
        } else {
            escrow.hold(
                    payment, payments.attempt(payment), instructions.channel(index), 0, decision);
        }
    }

    /**
     * The payment is as it was. If it is being closed, this was the bank's last word, and nobody
     * else would end it.
     */
    private void mismatched(
            int index, long amount, int currency, FailureReason reason, Decision decision) {
        putUnmatched(index, amount, currency, reason, decision);
        int payment = state.payments().find(state.instructions().payment(index));
        if (state.payments().closing(payment) != 0) {
            closing.attemptFailed(payment, reason, decision);
        }
    }

    /** Its money is where it came from, and somebody has to find another way to the payer. */
    private void refundFailed(
            int index, boolean returned, FailureReason reason, Decision decision) {
        int refund = state.refunds().find(state.instructions().subject(index));
        refunds.failed(refund, returned, reason, decision);
        breaks.refundFailed(index, decision);
    }

    private boolean isClosed(long account) {
        int index = state.accounts().find(account);
        return state.accounts().status(index) == AccountStatus.CLOSED;
    }

    private boolean isCurrentAttempt(int payment, int index) {
        PaymentTable payments = state.payments();
        return payments.status(payment) == PaymentStatus.PENDING
                && payments.instruction(payment) == state.instructions().id(index);
    }

    /** Own money was booked as it was announced; what came otherwise is to be explained. */
    private void ownMoneyCame(int index, long amount, int currency, Decision decision) {
        InstructionTable instructions = state.instructions();
        boolean announced =
                amount == instructions.amount(index) && currency == instructions.currency(index);
        if (!announced) {
            ownMoney.undo(index, false, FailureReason.WRONG_AMOUNT, decision);
            ownMoney.came(index, amount, currency, FailureReason.WRONG_AMOUNT, decision);
        }
    }

    private void putSettled(int index, Evidence evidence, long amount, Decision decision) {
        InstructionTable instructions = state.instructions();
        decision.event(settled);
        decision.chain(settled.chain(), instructions.payment(index));
        settled.instruction(instructions.id(index))
                .evidence((short) evidence.code())
                .amount(amount);
        decision.end();
    }

    private void putUnmatched(
            int index, long amount, int currency, FailureReason why, Decision decision) {
        InstructionTable instructions = state.instructions();
        boolean sameCurrency = currency == instructions.currency(index);
        FailureReason reason = sameCurrency ? why : FailureReason.WRONG_CURRENCY;
        decision.event(unmatched);
        decision.chain(unmatched.chain(), instructions.payment(index));
        unmatched
                .instruction(instructions.id(index))
                .amount(amount)
                .currency(currency)
                .channel((short) instructions.channel(index))
                .reason((short) reason.code());
        decision.end();
        breaks.unmatchedCollection(index, amount, currency, reason, decision);
    }
}
