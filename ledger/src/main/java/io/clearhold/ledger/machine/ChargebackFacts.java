package io.clearhold.ledger.machine;

import io.clearhold.core.codec.ChargebackLostEncoder;
import io.clearhold.core.codec.ChargebackOpenedEncoder;
import io.clearhold.core.codec.ChargebackWonEncoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.ChargebackLifecycle;
import io.clearhold.core.lifecycle.ChargebackTrigger;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.ChargebackTable;
import io.clearhold.ledger.state.InstructionTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import io.clearhold.ledger.state.Proof;

/**
 * What a channel's word of a chargeback comes to. It is a fact and is always booked: from what is
 * held, unfrozen money before frozen, then from what was released, as a clawback; what the payment
 * has no more, because it was refunded, is a break.
 */
final class ChargebackFacts implements DeadlineHandler {
    /** How long the payee has to answer; silence loses. */
    static final long RESPOND_WITHIN_MS = 7 * Proof.DAY_MS;

    private final LedgerState state;
    private final RefundFacts refunds;
    private final Clawback clawback;
    private final MilestoneFacts milestones;
    private final BreakFacts breaks;
    private final FrozenMoney frozenMoney;
    private final ChargebackOpenedEncoder opened = new ChargebackOpenedEncoder();
    private final ChargebackLostEncoder lost = new ChargebackLostEncoder();
    private final ChargebackWonEncoder won = new ChargebackWonEncoder();

    ChargebackFacts(
            LedgerState state, EscrowFacts escrow, BreakFacts breaks, FrozenMoney frozenMoney) {
        this.state = state;
        this.refunds = escrow.refunds();
        this.clawback = refunds.clawback();
        this.milestones = escrow.milestones();
        this.breaks = breaks;
        this.frozenMoney = frozenMoney;
    }

    /** Whether a collection can be charged back: it is its payment's, and was not yet. */
    boolean isPossible(int index, int currency) {
        InstructionTable instructions = state.instructions();
        PaymentTable payments = state.payments();
        int payment = payments.find(instructions.payment(index));
        return payment >= 0
                && payments.collected(payment) > 0
                && payments.wallet(payment) == 0
                && payments.instruction(payment) == instructions.id(index)
                && instructions.currency(index) == currency
                && state.extras().chargeback(payment) == 0;
    }

    /** Money was taken back; only where {@link #isPossible}. */
    void open(int index, long amount, long cost, Evidence evidence, Decision decision) {
        PaymentTable payments = state.payments();
        int payment = payments.find(state.instructions().payment(index));
        long held = payments.held(payment);
        long fromHeld = Math.min(amount, held);
        long fromReleased = Math.min(amount - fromHeld, payments.released(payment));
        long excess = amount - fromHeld - fromReleased;
        frozenMoney.shrink(
                payment, Math.min(state.extras().frozen(payment), held - fromHeld), decision);
        clawback.legs().clear();
        if (fromReleased > 0) {
            clawback.take(payment, fromReleased, false, decision);
        }
        long id = decision.newId();
        long excessBreak = excess > 0 ? breaks.chargebackExcess(index, excess, decision) : 0;
        decision.event(opened);
        decision.chain(opened.chain(), payments.id(payment));
        opened.chargeback(id)
                .instruction(state.instructions().id(index))
                .evidence((short) evidence.code())
                .amount(amount)
                .cost(cost)
                .fromHeld(fromHeld)
                .excess(excess)
                .excessBreak(excessBreak)
                .currency(payments.currency(payment))
                .channel((short) state.instructions().channel(index))
                .statusAfter((short) statusAfter(payment, fromHeld).code())
                .respondByMs(decision.nowMs() + RESPOND_WITHIN_MS);
        Legs legs = clawback.legs();
        ChargebackOpenedEncoder.LegsEncoder group = opened.legsCount(legs.size());
        for (int leg = 0; leg < legs.size(); leg++) {
            group.next()
                    .kind(legs.kind(leg))
                    .place(legs.place(leg))
                    .account(legs.account(leg))
                    .amount(legs.amount(leg))
                    .tranche(legs.tranche(leg));
        }
        decision.end();
        if (milestones.has(payment)) {
            long unfrozen = Math.min(fromHeld, state.unfrozen(payment));
            milestones.chargeBack(
                    payment, id, unfrozen, fromHeld - unfrozen, fromReleased, decision);
        }
    }

    /** The money stays with the payer. */
    void lose(int chargeback, Cause cause, Decision decision) {
        ChargebackTable chargebacks = state.chargebacks();
        decision.event(lost);
        decision.chain(lost.chain(), chargebacks.payment(chargeback));
        lost.chargeback(chargebacks.id(chargeback)).cause((short) cause.code());
        decision.end();
    }

    /** The channel gives the money back: it goes where it came from. */
    void win(int chargeback, Decision decision) {
        ChargebackTable chargebacks = state.chargebacks();
        PaymentTable payments = state.payments();
        int payment = payments.find(chargebacks.payment(chargeback));
        boolean toSuspense = excessGoesToSuspense(chargeback, decision);
        clawback.giveBack(
                chargebacks.firstLeg(chargeback),
                chargebacks.legCount(chargeback),
                chargebacks.currency(chargeback),
                decision);
        PaymentStatus after =
                chargebacks.fromHeld(chargeback) > 0
                        ? refunds.heldAgain(payment, chargebacks.id(chargeback))
                        : payments.status(payment);
        decision.event(won);
        decision.chain(won.chain(), payments.id(payment));
        won.chargeback(chargebacks.id(chargeback))
                .amount(chargebacks.amount(chargeback))
                .fromHeld(chargebacks.fromHeld(chargeback))
                .excess(chargebacks.excess(chargeback))
                .excessToSuspense((short) (toSuspense ? 1 : 0))
                .currency(chargebacks.currency(chargeback))
                .channel((short) chargebacks.channel(chargeback))
                .statusAfter((short) after.code());
        Legs legs = clawback.legs();
        ChargebackWonEncoder.LegsEncoder group = won.legsCount(legs.size());
        for (int leg = 0; leg < legs.size(); leg++) {
            group.next()
                    .kind(legs.kind(leg))
                    .place(legs.place(leg))
                    .account(legs.account(leg))
                    .amount(legs.amount(leg))
                    .tranche(legs.tranche(leg))
                    .debt(legs.debt(leg));
        }
        decision.end();
        milestones.giveBack(payment, chargebacks.id(chargeback), true, decision);
    }

    @Override
    public boolean fire(long object, Decision decision) {
        int chargeback = state.chargebacks().find(object);
        if (chargeback < 0) {
            return false;
        }
        lose(chargeback, Cause.DEADLINE, decision);
        return true;
    }

    @Override
    public boolean movesMoney() {
        return true;
    }

    /** Whether the channel's word is news to a chargeback. */
    boolean takes(int chargeback, ChargebackTrigger trigger) {
        return ChargebackLifecycle.TABLE.guard(state.chargebacks().status(chargeback), trigger)
                == ResultCode.OK;
    }

    /** The break that asked for the excess ends with it; if it ended before, there is a new one. */
    private boolean excessGoesToSuspense(int chargeback, Decision decision) {
        ChargebackTable chargebacks = state.chargebacks();
        if (chargebacks.excess(chargeback) == 0) {
            return false;
        }
        int excessBreak = state.breaks().find(chargebacks.excessBreak(chargeback));
        if (state.breaks().status(excessBreak) == BreakStatus.RESOLVED) {
            breaks.excessWon(
                    state.instructions().find(chargebacks.instruction(chargeback)),
                    chargebacks.excess(chargeback),
                    decision);
            return true;
        }
        breaks.chargebackWon(excessBreak, decision);
        return false;
    }

    private PaymentStatus statusAfter(int payment, long fromHeld) {
        PaymentTable payments = state.payments();
        boolean ends = fromHeld > 0 && fromHeld == payments.held(payment);
        if (!ends) {
            return payments.status(payment);
        }
        return state.everReleased(payment) ? PaymentStatus.RELEASED : PaymentStatus.REFUNDED;
    }
}
