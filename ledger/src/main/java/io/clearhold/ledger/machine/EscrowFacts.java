package io.clearhold.ledger.machine;

import io.clearhold.core.codec.PaymentHeldEncoder;
import io.clearhold.core.codec.PaymentReleasedEncoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.share.Shares;
import io.clearhold.ledger.state.BreakTable;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.Proof;
import io.clearhold.ledger.state.SplitTable;

/**
 * Turns a decision that has been taken into the facts of escrow: held, released, refunded. Whoever
 * calls has checked that the life cycle allows it and that the amount is held.
 */
final class EscrowFacts {
    private static final int NO_BREAK = -1;

    private final LedgerState state;
    private final InstructionFacts instructions;
    private final RefundFacts refunds;
    private final MilestoneFacts milestones;
    private final PaymentHeldEncoder held = new PaymentHeldEncoder();
    private final PaymentReleasedEncoder released = new PaymentReleasedEncoder();

    EscrowFacts(LedgerState state) {
        this.state = state;
        this.milestones = new MilestoneFacts(state);
        this.instructions = new InstructionFacts();
        this.refunds = new RefundFacts(state, instructions, new Clawback(state), milestones);
    }

    /** Of which milestones money is. */
    MilestoneFacts milestones() {
        return milestones;
    }

    /**
     * Collected money goes to escrow and the shares are fixed; a direct payment is released in the
     * next step.
     */
    void hold(int payment, int attempt, int channel, long wallet, Decision decision) {
        hold(payment, attempt, channel, wallet, NO_BREAK, decision);
    }

    /** The same with unexplained money, which is cash already if a line has shown it. */
    void holdFromBreak(int payment, int index, Decision decision) {
        int attempt = state.payments().attempt(payment);
        hold(payment, attempt, state.breaks().channel(index), 0, index, decision);
    }

    private void hold(
            int payment, int attempt, int channel, long wallet, int index, Decision decision) {
        PaymentTable payments = state.payments();
        SplitTable splits = state.splits();
        long amount = payments.amount(payment);
        long fee =
                Shares.fixed(
                        payments.feeKind(payment),
                        payments.feeValue(payment),
                        state.extras().feeMin(payment),
                        state.extras().feeMax(payment),
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
                .reserve(reserveShare(payment, amount))
                .shipByMs(direct ? 0 : shipByMs(payment, decision.nowMs()));
        putSource(index);
        int count = payments.splitCount(payment);
        PaymentHeldEncoder.SharesEncoder shares = held.sharesCount(count);
        for (int i = 0; i < count; i++) {
            int split = firstSplit(payment) + i;
            long share = Shares.fixed(splits.kind(split), splits.value(split), 0, 0, amount);
            shares.next().account(splits.account(split)).amount(share);
        }
        decision.end();
        milestones.hold(payment, decision);
        if (direct) {
            decision.continues();
        }
    }

    /** Where the money was, if a break was about it. */
    private void putSource(int index) {
        BreakTable breaks = state.breaks();
        InstructionTable instructions = state.instructions();
        long instruction = index == NO_BREAK ? 0 : breaks.instruction(index);
        int collected = instruction == 0 ? -1 : instructions.find(instruction);
        boolean byChannel = collected >= 0 && instructions.kind(collected).collects();
        boolean shown = index != NO_BREAK && breaks.statement(index) != 0;
        boolean cash = shown || (byChannel && instructions.proven(collected));
        held.fromBreak(index == NO_BREAK ? 0 : breaks.id(index))
                .instruction(byChannel ? instruction : 0)
                .proven((short) (cash ? 1 : 0));
    }

    /** {@code amount} of what is held goes to fee, splits and payee. */
    void release(int payment, long amount, Cause cause, Decision decision) {
        release(
                payment,
                amount,
                MilestoneFacts.ALL,
                MilestoneFacts.Source.UNFROZEN,
                cause,
                decision);
    }

    /** The same, of a selection of milestones. */
    void release(
            int payment,
            long amount,
            int selection,
            MilestoneFacts.Source source,
            Cause cause,
            Decision decision) {
        putReleased(payment, amount, cause, decision);
        milestones.release(payment, amount, selection, source, cause, decision);
    }

    private void putReleased(int payment, long amount, Cause cause, Decision decision) {
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
        long reserve = reserveDue(payment, inAll, left);
        left -= reserve;
        released.payeeAmount(left)
                .payeeDebt(decision.funds().credit(payments.payee(payment), currency, left))
                .reserve(reserve)
                .tranche(reserve > 0 ? decision.newId() : 0)
                .reserveUntilMs(reserve > 0 ? reserveUntilMs(payment, decision.nowMs()) : 0);
        decision.end();
    }

    /** {@code amount} of what is held goes back to where it came from; returns the refund's id. */
    long refund(int payment, long amount, Cause cause, Decision decision) {
        return refunds.ofHeld(payment, amount, cause, decision);
    }

    /** The facts of refunds. */
    RefundFacts refunds() {
        return refunds;
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
        instructions.queue(
                payment,
                instruction,
                kind,
                subject,
                channel,
                amount,
                currency,
                textSequence,
                decision);
    }

    /** What of a collection is to be kept back of its releases. */
    private long reserveShare(int payment, long collected) {
        int bps = state.accounts().reserveBps(payee(payment));
        return bps == 0 ? 0 : Shares.fixed(ShareKind.BPS, bps, 0, 0, collected);
    }

    private long reserveDue(int payment, long releasedInAll, long left) {
        long fixed = state.extras().reserveFixed(payment);
        return fixed == 0
                ? 0
                : Shares.due(
                        fixed,
                        state.extras().reserveTaken(payment),
                        releasedInAll,
                        state.payments().collected(payment),
                        left);
    }

    private long reserveUntilMs(int payment, long nowMs) {
        return nowMs + state.accounts().reserveDays(payee(payment)) * Proof.DAY_MS;
    }

    private int payee(int payment) {
        return state.accounts().find(state.payments().payee(payment));
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
