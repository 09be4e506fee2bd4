package io.clearhold.ledger.machine;

import io.clearhold.core.codec.InstructionQueuedEncoder;
import io.clearhold.core.codec.PaymentHeldEncoder;
import io.clearhold.core.codec.PaymentReleasedEncoder;
import io.clearhold.core.codec.RefundCreatedEncoder;
import io.clearhold.core.codec.RefundSucceededEncoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.share.Shares;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.SplitTable;

/**
 * Turns a decision that has been taken into the facts of escrow: held, released, refunded. Whoever
 * calls has checked that the life cycle allows it and that the amount is held.
 */
final class EscrowFacts {
    private final LedgerState state;
    private final PaymentHeldEncoder held = new PaymentHeldEncoder();
    private final PaymentReleasedEncoder released = new PaymentReleasedEncoder();
    private final RefundCreatedEncoder refundCreated = new RefundCreatedEncoder();
    private final RefundSucceededEncoder refundSucceeded = new RefundSucceededEncoder();
    private final InstructionQueuedEncoder instructionQueued = new InstructionQueuedEncoder();

    EscrowFacts(LedgerState state) {
        this.state = state;
    }

    /**
     * Collected money goes to escrow and the shares are fixed; a direct payment is released in the
     * next step.
     */
    void hold(int payment, int attempt, int channel, long wallet, Decision decision) {
        PaymentTable payments = state.payments();
        SplitTable splits = state.splits();
        long amount = payments.amount(payment);
        long fee =
                Shares.fixed(
                        payments.feeKind(payment),
                        payments.feeValue(payment),
                        payments.feeMin(payment),
                        payments.feeMax(payment),
                        amount);
        boolean direct = payments.mode(payment) == PaymentMode.DIRECT;
        decision.event(held);
        decision.chain(held.chain(), payments.id(payment));
        held.attempt(attempt)
                .amount(amount)
                .currency(payments.currency(payment))
                .channel((short) channel)
                .wallet(wallet)
                .fee(fee)
                .reserve(0)
                .shipByMs(direct ? 0 : shipByMs(payment, decision.nowMs()));
        int count = payments.splitCount(payment);
        PaymentHeldEncoder.SharesEncoder shares = held.sharesCount(count);
        for (int i = 0; i < count; i++) {
            int split = firstSplit(payment) + i;
            long share = Shares.fixed(splits.kind(split), splits.value(split), 0, 0, amount);
            shares.next().account(splits.account(split)).amount(share);
        }
        decision.end();
        if (direct) {
            decision.continues();
        }
    }

    /** {@code amount} of what is held goes to fee, splits and payee. */
    void release(int payment, long amount, Cause cause, Decision decision) {
        PaymentTable payments = state.payments();
        SplitTable splits = state.splits();
        long collected = payments.collected(payment);
        int currency = payments.currency(payment);
        long inAll = payments.released(payment) + state.extras().clawedBack(payment) + amount;
        boolean rest = amount == payments.held(payment);
        PaymentTrigger trigger = rest ? PaymentTrigger.RELEASE_REST : PaymentTrigger.RELEASE_PART;
        long left = amount;
        long fee =
                Shares.due(
                        payments.feeFixed(payment),
                        payments.feeTaken(payment),
                        inAll,
                        collected,
                        left);
        left -= fee;
        decision.event(released);
        decision.chain(released.chain(), payments.id(payment));
        released.amount(amount)
                .currency(currency)
                .fee(fee)
                .payee(payments.payee(payment))
                .statusAfter(
                        (short) PaymentLifecycle.next(payments.status(payment), trigger).code())
                .cause((short) cause.code());
        int count = payments.splitCount(payment);
        PaymentReleasedEncoder.SharesEncoder shares = released.sharesCount(count);
        for (int i = 0; i < count; i++) {
            int split = firstSplit(payment) + i;
            long share =
                    Shares.due(splits.fixed(split), splits.taken(split), inAll, collected, left);
            left -= share;
            shares.next()
                    .account(splits.account(split))
                    .amount(share)
                    .debt(decision.funds().credit(splits.account(split), currency, share));
        }
        released.payeeAmount(left)
                .payeeDebt(decision.funds().credit(payments.payee(payment), currency, left))
                .reserve(0)
                .tranche(0)
                .reserveUntilMs(0);
        decision.end();
    }

    /** {@code amount} of what is held goes back to where it came from; returns the refund's id. */
    long refund(int payment, long amount, Cause cause, Decision decision) {
        PaymentTable payments = state.payments();
        PaymentTrigger trigger = refundTrigger(payment, amount);
        long refund = decision.newId();
        long wallet = payments.wallet(payment);
        int currency = payments.currency(payment);
        decision.event(refundCreated);
        decision.chain(refundCreated.chain(), payments.id(payment));
        refundCreated
                .refund(refund)
                .amount(amount)
                .currency(payments.currency(payment))
                .channel((short) payments.channel(payment))
                .wallet(wallet)
                .statusAfter(
                        (short) PaymentLifecycle.next(payments.status(payment), trigger).code())
                .cause((short) cause.code())
                .walletDebt(repaid(wallet, currency, amount, decision));
        refundCreated.legsCount(0);
        decision.end();
        if (wallet != 0) {
            decision.event(refundSucceeded);
            decision.chain(refundSucceeded.chain(), payments.id(payment));
            refundSucceeded.refund(refund);
            decision.end();
        } else {
            queue(
                    payments.id(payment),
                    decision.newId(),
                    InstructionKind.REFUND,
                    refund,
                    payments.channel(payment),
                    amount,
                    payments.currency(payment),
                    decision.sequence(),
                    decision);
        }
        return refund;
    }

    /** A bank is to be told. */
    void queue(
            long payment,
            long instruction,
            InstructionKind kind,
            long subject,
            int channel,
            long amount,
            int currency,
            long textSequence,
            Decision decision) {
        decision.event(instructionQueued);
        decision.chain(instructionQueued.chain(), payment);
        instructionQueued
                .instruction(instruction)
                .kind((short) kind.code())
                .subject(subject)
                .channel((short) channel)
                .amount(amount)
                .currency(currency)
                .textSequence(textSequence);
        decision.end();
    }

    private static long repaid(long wallet, int currency, long amount, Decision decision) {
        return wallet == 0 ? 0 : decision.funds().credit(wallet, currency, amount);
    }

    private PaymentTrigger refundTrigger(int payment, long amount) {
        PaymentTable payments = state.payments();
        if (amount < payments.held(payment)) {
            return PaymentTrigger.REFUND_PART;
        }
        return payments.released(payment) > 0
                ? PaymentTrigger.REFUND_REST
                : PaymentTrigger.REFUND_ALL;
    }

    private long shipByMs(int payment, long nowMs) {
        long given = state.payments().shipByMs(payment);
        return given != 0 ? given : nowMs + state.settings().shipByDefaultMs();
    }

    /** Splits stand one after the other; the index is only meaningful when there is one. */
    private int firstSplit(int payment) {
        return state.payments().firstSplit(payment);
    }
}
