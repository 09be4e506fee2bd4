package io.clearhold.ledger.machine;

import io.clearhold.core.codec.DisputeAcceptedEncoder;
import io.clearhold.core.codec.DisputeEscalatedEncoder;
import io.clearhold.core.codec.DisputeEvidenceAddedEncoder;
import io.clearhold.core.codec.DisputeOpenedEncoder;
import io.clearhold.core.codec.DisputeOverdueEncoder;
import io.clearhold.core.codec.DisputeRejectedEncoder;
import io.clearhold.core.codec.DisputeResolvedEncoder;
import io.clearhold.core.codec.DisputeReturnAgreedEncoder;
import io.clearhold.core.codec.DisputeReturnShippedEncoder;
import io.clearhold.core.codec.DisputeShrunkEncoder;
import io.clearhold.core.codec.DisputeWithdrawnEncoder;
import io.clearhold.core.lifecycle.Cause;
import io.clearhold.core.lifecycle.DisputeLifecycle;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.state.DisputeTable;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;

/**
 * Turns a decision about a dispute into facts, its money movements and the payment's deadline
 * included. Whoever calls has checked that the life cycle allows it. What nobody answers in time
 * ends here too.
 */
final class DisputeFacts implements DeadlineHandler {
    private final LedgerState state;
    private final EscrowFacts escrow;
    private final DisputeOpenedEncoder opened = new DisputeOpenedEncoder();
    private final DisputeRejectedEncoder rejected = new DisputeRejectedEncoder();
    private final DisputeReturnAgreedEncoder returnAgreed = new DisputeReturnAgreedEncoder();
    private final DisputeReturnShippedEncoder returnShipped = new DisputeReturnShippedEncoder();
    private final DisputeEscalatedEncoder escalated = new DisputeEscalatedEncoder();
    private final DisputeAcceptedEncoder accepted = new DisputeAcceptedEncoder();
    private final DisputeResolvedEncoder resolved = new DisputeResolvedEncoder();
    private final DisputeWithdrawnEncoder withdrawn = new DisputeWithdrawnEncoder();
    private final DisputeEvidenceAddedEncoder evidence = new DisputeEvidenceAddedEncoder();
    private final DisputeShrunkEncoder shrunk = new DisputeShrunkEncoder();
    private final DisputeOverdueEncoder overdue = new DisputeOverdueEncoder();

    DisputeFacts(LedgerState state, EscrowFacts escrow) {
        this.state = state;
        this.escrow = escrow;
    }

    /** What a dispute about a selection of milestones can freeze, when nothing is frozen. */
    long held(int payment, int selection) {
        return escrow.milestones().unfrozen(payment, selection);
    }

    /** {@code amount} of a selection of milestones is frozen; returns the new dispute's id. */
    long open(int payment, long amount, int selection, boolean hasEvidence, Decision decision) {
        long dispute = decision.newId();
        decision.event(opened);
        decision.chain(opened.chain(), state.payments().id(payment));
        opened.dispute(dispute)
                .by((short) DisputeParty.PAYER.code())
                .respondByMs(respondByMs(DisputeStatus.OPEN, decision))
                .amount(amount)
                .currency(state.payments().currency(payment))
                .pausedMs(remainingMs(payment, decision))
                .hasEvidence((short) (hasEvidence ? 1 : 0));
        decision.end();
        escrow.milestones().freeze(payment, amount, selection, decision);
        return dispute;
    }

    void reject(int dispute, Decision decision) {
        decision.event(rejected);
        decision.chain(rejected.chain(), state.disputes().payment(dispute));
        rejected.dispute(state.disputes().id(dispute))
                .by((short) DisputeParty.PAYEE.code())
                .respondByMs(respondByMs(DisputeStatus.REJECTED, decision));
        decision.end();
    }

    void agreeReturn(int dispute, Decision decision) {
        decision.event(returnAgreed);
        decision.chain(returnAgreed.chain(), state.disputes().payment(dispute));
        returnAgreed
                .dispute(state.disputes().id(dispute))
                .by((short) DisputeParty.PAYEE.code())
                .respondByMs(respondByMs(DisputeStatus.RETURN_AGREED, decision));
        decision.end();
    }

    void shipReturn(int dispute, Decision decision) {
        decision.event(returnShipped);
        decision.chain(returnShipped.chain(), state.disputes().payment(dispute));
        returnShipped
                .dispute(state.disputes().id(dispute))
                .by((short) DisputeParty.PAYER.code())
                .respondByMs(respondByMs(DisputeStatus.RETURN_SHIPPED, decision));
        decision.end();
    }

    void escalate(int dispute, DisputeParty by, Decision decision) {
        decision.event(escalated);
        decision.chain(escalated.chain(), state.disputes().payment(dispute));
        escalated
                .dispute(state.disputes().id(dispute))
                .by((short) by.code())
                .respondByMs(respondByMs(DisputeStatus.ESCALATED, decision));
        decision.end();
    }

    void addEvidence(int dispute, DisputeParty by, Decision decision) {
        decision.event(evidence);
        decision.chain(evidence.chain(), state.disputes().payment(dispute));
        evidence.dispute(state.disputes().id(dispute))
                .by((short) by.code())
                .place(state.disputes().evidenceCount(dispute))
                .status((short) state.disputes().status(dispute).code());
        decision.end();
    }

    /** The frozen amount goes back to the payer. */
    void accept(int dispute, DisputeParty by, Decision decision) {
        DisputeTable disputes = state.disputes();
        int payment = state.payments().find(disputes.payment(dispute));
        long amount = disputes.frozen(dispute);
        decision.event(accepted);
        decision.chain(accepted.chain(), disputes.payment(dispute));
        accepted.dispute(disputes.id(dispute))
                .by((short) by.code())
                .amount(amount)
                .currency(disputes.currency(dispute))
                .refund(decision.peekId())
                .autoConfirmAtMs(resumedMs(payment, amount, decision));
        decision.end();
        escrow.milestones().thaw(payment, 0, decision);
        giveBack(payment, amount, decision);
    }

    /**
     * The frozen amount is divided: the payer's part goes back now, the payee's is released in the
     * next step.
     */
    void resolve(int dispute, long buyerAmount, long sellerAmount, Decision decision) {
        DisputeTable disputes = state.disputes();
        int payment = state.payments().find(disputes.payment(dispute));
        decision.event(resolved);
        decision.chain(resolved.chain(), disputes.payment(dispute));
        resolved.dispute(disputes.id(dispute))
                .by((short) DisputeParty.OPERATOR.code())
                .buyerAmount(buyerAmount)
                .sellerAmount(sellerAmount)
                .currency(disputes.currency(dispute))
                .refund(buyerAmount > 0 ? decision.peekId() : 0)
                .autoConfirmAtMs(resumedMs(payment, disputes.frozen(dispute), decision));
        decision.end();
        escrow.milestones().thaw(payment, 0, decision);
        if (buyerAmount > 0) {
            giveBack(payment, buyerAmount, decision);
        }
        if (sellerAmount > 0) {
            decision.continues();
        }
    }

    /** The step after {@link #resolve}. */
    void releaseAward(int dispute, Decision decision) {
        int payment = state.payments().find(state.disputes().payment(dispute));
        escrow.release(
                payment,
                state.disputes().sellerAmount(dispute),
                MilestoneFacts.ALL,
                MilestoneFacts.Source.FROZEN,
                Cause.DISPUTE,
                decision);
    }

    /** The money is frozen no more. */
    void withdraw(int dispute, DisputeParty by, Decision decision) {
        DisputeTable disputes = state.disputes();
        int payment = state.payments().find(disputes.payment(dispute));
        putWithdrawn(
                dispute,
                by,
                disputes.frozen(dispute),
                resumedMs(payment, 0, decision),
                isLate(payment) ? decision.nowMs() : 0,
                decision);
    }

    /**
     * Somebody has taken money that is frozen: the dispute goes on about {@code newFrozen}, and
     * ends at 0. Money that is not frozen goes first, so nothing is held when a dispute ends so.
     */
    void shrink(int payment, long newFrozen, Decision decision) {
        long frozen = state.extras().frozen(payment);
        if (newFrozen >= frozen) {
            return;
        }
        int dispute = state.disputes().find(state.extras().dispute(payment));
        if (newFrozen == 0) {
            putWithdrawn(dispute, DisputeParty.CHARGEBACK, 0, 0, 0, decision);
            return;
        }
        decision.event(shrunk);
        decision.chain(shrunk.chain(), state.payments().id(payment));
        shrunk.dispute(state.disputes().id(dispute))
                .frozen(newFrozen)
                .currency(state.disputes().currency(dispute))
                .status((short) state.disputes().status(dispute).code());
        decision.end();
    }

    @Override
    public boolean fire(long object, Decision decision) {
        int dispute = state.disputes().find(object);
        if (dispute < 0) {
            return false;
        }
        DisputeStatus status = state.disputes().status(dispute);
        DisputeStatus after = DisputeLifecycle.TABLE.next(status, DisputeTrigger.SILENCE);
        switch (after) {
            case ACCEPTED -> accept(dispute, DisputeParty.DEADLINE, decision);
            case WITHDRAWN -> withdraw(dispute, DisputeParty.DEADLINE, decision);
            case ESCALATED -> remind(dispute, decision);
            case OPEN, REJECTED, RETURN_AGREED, RETURN_SHIPPED, RESOLVED ->
                    throw new IllegalStateException(
                            "silence leads from " + status + " to " + after);
        }
        return true;
    }

    @Override
    public boolean movesMoney() {
        return true;
    }

    /** An alarm, now and after each such time. */
    private void remind(int dispute, Decision decision) {
        decision.event(overdue);
        decision.chain(overdue.chain(), state.disputes().payment(dispute));
        overdue.dispute(state.disputes().id(dispute))
                .respondByMs(respondByMs(DisputeStatus.ESCALATED, decision));
        decision.end();
    }

    private void putWithdrawn(
            int dispute,
            DisputeParty by,
            long amount,
            long autoConfirmAtMs,
            long refundAtMs,
            Decision decision) {
        DisputeTable disputes = state.disputes();
        decision.event(withdrawn);
        decision.chain(withdrawn.chain(), disputes.payment(dispute));
        withdrawn
                .dispute(disputes.id(dispute))
                .by((short) by.code())
                .amount(amount)
                .currency(disputes.currency(dispute))
                .autoConfirmAtMs(autoConfirmAtMs)
                .refundAtMs(refundAtMs);
        decision.end();
        int payment = state.payments().find(disputes.payment(dispute));
        escrow.milestones().thaw(payment, amount, decision);
    }

    private void giveBack(int payment, long amount, Decision decision) {
        long expected = decision.peekId();
        long refund =
                escrow.refunds()
                        .ofHeld(
                                payment,
                                amount,
                                MilestoneFacts.ALL,
                                MilestoneFacts.Source.FROZEN,
                                Cause.DISPUTE,
                                decision);
        if (refund != expected) {
            throw new IllegalStateException("the refund of a dispute is not the one it names");
        }
    }

    private long respondByMs(DisputeStatus status, Decision decision) {
        long silence = state.settings().disputeSilenceMs(status);
        return silence == 0 ? 0 : decision.nowMs() + silence;
    }

    /**
     * What is left of the deadline of confirmation: at least a millisecond if it runs, 0 if there
     * is none that runs, as with milestones, which have their own.
     */
    private long remainingMs(int payment, Decision decision) {
        long dueMs = state.payments().autoConfirmAtMs(payment);
        return dueMs == 0 ? 0 : Math.max(1, dueMs - decision.nowMs());
    }

    /** When the deadline of confirmation is due once {@code taken} of what is held is gone. */
    private long resumedMs(int payment, long taken, Decision decision) {
        long left = state.payments().held(payment) - taken;
        long pausedMs = state.extras().pausedMs(payment);
        return left > 0 && pausedMs > 0 ? decision.nowMs() + pausedMs : 0;
    }

    /**
     * Whether {@code ship_by} has passed and the payment refunds by itself: then what was frozen
     * until now is refunded too.
     */
    private boolean isLate(int payment) {
        PaymentTable payments = state.payments();
        return payments.status(payment) == PaymentStatus.HELD
                && payments.autoRefund(payment)
                && payments.shipByPassed(payment);
    }
}
