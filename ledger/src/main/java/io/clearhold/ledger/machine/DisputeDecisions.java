package io.clearhold.ledger.machine;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.codec.ActOnDisputeDecoder;
import io.clearhold.core.codec.AddEvidenceDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OpenDisputeDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.ResolveDisputeDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.DisputeLifecycle;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.lifecycle.MilestoneTrigger;
import io.clearhold.core.lifecycle.PaymentLifecycle;
import io.clearhold.core.lifecycle.PaymentTrigger;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.DisputeTable;
import io.clearhold.ledger.state.LedgerState;
import org.agrona.DirectBuffer;

/**
 * Decides what payer, payee and operator ask of disputes; an award above the operator's limit is
 * only proposed, and decided again when a second person agrees.
 */
final class DisputeDecisions implements ApprovedAction {
    /** Disputes that a payment can have, one after the other. */
    static final int MOST_DISPUTES = 3;

    /** Pieces of evidence that a dispute can have. */
    static final int MOST_EVIDENCE = 20;

    private final LedgerState state;
    private final Access access;
    private final DisputeFacts facts;
    private final MilestoneDecisions milestones;
    private final Approvals approvals;
    private final OpenDisputeDecoder openDispute = new OpenDisputeDecoder();
    private final ActOnDisputeDecoder actOnDispute = new ActOnDisputeDecoder();
    private final AddEvidenceDecoder addEvidence = new AddEvidenceDecoder();
    private final ResolveDisputeDecoder resolveDispute = new ResolveDisputeDecoder();

    DisputeDecisions(
            LedgerState state,
            Access access,
            DisputeFacts facts,
            EscrowFacts escrow,
            Approvals approvals) {
        this.state = state;
        this.access = access;
        this.facts = facts;
        this.milestones = new MilestoneDecisions(state, escrow.milestones());
        this.approvals = approvals;
        approvals.register(this);
    }

    /** Decides a step of a command about disputes; false if it is none. */
    boolean decide(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            int step,
            Decision decision) {
        switch (header.templateId()) {
            case OpenDisputeDecoder.TEMPLATE_ID ->
                    open(openDispute.wrapAndApplyHeader(buffer, offset, header), decision);
            case ActOnDisputeDecoder.TEMPLATE_ID ->
                    act(actOnDispute.wrapAndApplyHeader(buffer, offset, header), decision);
            case AddEvidenceDecoder.TEMPLATE_ID ->
                    add(addEvidence.wrapAndApplyHeader(buffer, offset, header), decision);
            case ResolveDisputeDecoder.TEMPLATE_ID -> {
                resolveDispute.wrapAndApplyHeader(buffer, offset, header);
                if (step == 0) {
                    resolve(resolveDispute, decision);
                } else {
                    facts.releaseAward(find(resolveDispute.dispute()), decision);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void open(OpenDisputeDecoder command, Decision decision) {
        int payment = state.payments().find(command.payment());
        if (payment < 0 || !access.seesPayment(command.origin(), payment)) {
            decision.refuse(ResultCode.NOT_FOUND);
            return;
        }
        if (!access.isPayerSide(command.origin(), payment)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        ResultCode guard =
                PaymentLifecycle.guard(state.payments().status(payment), PaymentTrigger.DISPUTE);
        long held = state.payments().held(payment);
        long frozen = state.extras().frozen(payment);
        int before = state.extras().disputes(payment);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
        } else if (frozen > 0) {
            decision.refuse(ResultCode.PAYMENT_DISPUTED, held, frozen);
        } else if (before >= MOST_DISPUTES) {
            decision.refuse(ResultCode.DISPUTE_LIMIT, MOST_DISPUTES, before);
        } else {
            open(payment, command, decision);
        }
    }

    private void open(int payment, OpenDisputeDecoder command, Decision decision) {
        int selection =
                milestones.select(
                        payment, command.milestone(), MilestoneTrigger.REFUND_PART, decision);
        if (selection == MilestoneDecisions.REFUSED) {
            return;
        }
        long held = facts.held(payment, selection);
        if (command.amount() > held) {
            decision.refuse(ResultCode.AMOUNT_EXCEEDS_HELD, held, command.amount());
            return;
        }
        long amount = command.amount() == 0 ? held : command.amount();
        boolean hasEvidence = command.hasEvidence() != 0;
        decision.show(
                IdKind.DISPUTE, facts.open(payment, amount, selection, hasEvidence, decision));
    }

    private void act(ActOnDisputeDecoder command, Decision decision) {
        DisputeTrigger trigger = DisputeTrigger.of(command.action());
        OriginDecoder origin = command.origin();
        int dispute = allowed(origin, command.dispute(), trigger, decision);
        if (dispute < 0) {
            return;
        }
        DisputeStatus status = state.disputes().status(dispute);
        DisputeStatus after = DisputeLifecycle.TABLE.next(status, trigger);
        if (after == DisputeStatus.ACCEPTED && isFull(dispute)) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
            return;
        }
        switch (after) {
            case ACCEPTED -> facts.accept(dispute, DisputeParty.PAYEE, decision);
            case RETURN_AGREED -> facts.agreeReturn(dispute, decision);
            case REJECTED -> facts.reject(dispute, decision);
            case ESCALATED ->
                    facts.escalate(
                            dispute,
                            trigger == DisputeTrigger.REJECT
                                    ? DisputeParty.PAYEE
                                    : partyOf(origin, dispute),
                            decision);
            case WITHDRAWN -> facts.withdraw(dispute, DisputeParty.PAYER, decision);
            case RETURN_SHIPPED -> facts.shipReturn(dispute, decision);
            case OPEN, RESOLVED ->
                    throw new IllegalStateException("nobody asks for a dispute to be " + after);
        }
        decision.show(IdKind.DISPUTE, command.dispute());
    }

    private void add(AddEvidenceDecoder command, Decision decision) {
        OriginDecoder origin = command.origin();
        int dispute = allowed(origin, command.dispute(), DisputeTrigger.EVIDENCE, decision);
        if (dispute < 0) {
            return;
        }
        int count = state.disputes().evidenceCount(dispute);
        if (count >= MOST_EVIDENCE) {
            decision.refuse(ResultCode.EVIDENCE_LIMIT, MOST_EVIDENCE, count);
            return;
        }
        facts.addEvidence(dispute, partyOf(origin, dispute), decision);
        decision.show(IdKind.DISPUTE, command.dispute());
    }

    private void resolve(ResolveDisputeDecoder command, Decision decision) {
        int dispute =
                allowed(command.origin(), command.dispute(), DisputeTrigger.RESOLVE, decision);
        if (dispute < 0) {
            return;
        }
        long buyer = command.buyerAmount();
        long seller = command.sellerAmount();
        long limit = state.settings().awardWithoutApproval();
        if (isRefused(dispute, buyer, seller, decision)) {
            return;
        }
        if (limit > 0 && state.disputes().frozen(dispute) > limit) {
            approvals.propose(
                    command.origin(),
                    ApprovalKind.RESOLVE_DISPUTE,
                    command.dispute(),
                    decision,
                    buyer,
                    seller);
        } else {
            facts.resolve(dispute, buyer, seller, decision);
            decision.show(IdKind.DISPUTE, command.dispute());
        }
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.RESOLVE_DISPUTE;
    }

    @Override
    public void perform(int approval, int step, Decision decision) {
        int dispute = find(state.approvals().subject(approval));
        if (step > 0) {
            facts.releaseAward(dispute, decision);
            return;
        }
        long buyer = state.approvals().number(approval, 0);
        long seller = state.approvals().number(approval, 1);
        ResultCode guard =
                DisputeLifecycle.TABLE.guard(
                        state.disputes().status(dispute), DisputeTrigger.RESOLVE);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
        } else if (!isRefused(dispute, buyer, seller, decision)) {
            facts.resolve(dispute, buyer, seller, decision);
        }
    }

    /** Whether an award is refused by what is frozen now. */
    private boolean isRefused(int dispute, long buyer, long seller, Decision decision) {
        long frozen = state.disputes().frozen(dispute);
        if (buyer > frozen || seller != frozen - buyer) {
            boolean overflows = buyer > Long.MAX_VALUE - seller;
            decision.refuse(
                    ResultCode.AWARD_MISMATCH, frozen, overflows ? Long.MAX_VALUE : buyer + seller);
            return true;
        }
        if (isFull(dispute)) {
            decision.refuse(ResultCode.AMOUNT_TOO_LARGE);
            return true;
        }
        return false;
    }

    /** The index of a dispute that the caller may move so, or -1 after refusing. */
    private int allowed(OriginDecoder origin, long id, DisputeTrigger trigger, Decision decision) {
        DisputeTable disputes = state.disputes();
        int dispute = disputes.find(id);
        if (dispute < 0 || !access.seesPayment(origin, paymentOf(dispute))) {
            decision.refuse(ResultCode.NOT_FOUND);
            return -1;
        }
        if (!isOnSide(origin, paymentOf(dispute), trigger)) {
            decision.refuse(ResultCode.FORBIDDEN);
            return -1;
        }
        ResultCode guard = DisputeLifecycle.TABLE.guard(disputes.status(dispute), trigger);
        if (guard != ResultCode.OK) {
            decision.refuse(guard);
            return -1;
        }
        return dispute;
    }

    private boolean isOnSide(OriginDecoder origin, int payment, DisputeTrigger trigger) {
        return switch (trigger) {
            case ACCEPT, AGREE_RETURN, REJECT, RETURN_RECEIVED ->
                    access.isPayeeSide(origin, payment);
            case WITHDRAW, RETURN -> access.isPayerSide(origin, payment);
            case ESCALATE, EVIDENCE ->
                    access.isPayerSide(origin, payment) || access.isPayeeSide(origin, payment);
            case RESOLVE -> Role.of(origin.role()) == Role.OPERATOR;
            case SILENCE, EXHAUST -> false;
        };
    }

    /** As whom somebody speaks who may be on either side. */
    private DisputeParty partyOf(OriginDecoder origin, int dispute) {
        return switch (Role.of(origin.role())) {
            case PLATFORM -> DisputeParty.PLATFORM;
            case ACCOUNT ->
                    access.isPayeeSide(origin, paymentOf(dispute))
                            ? DisputeParty.PAYEE
                            : DisputeParty.PAYER;
            case PAYER_SECRET -> DisputeParty.PAYER;
            case SYSTEM, OPERATOR, AUDITOR, CLIENT_SECRET, LINK_SECRET ->
                    throw new IllegalStateException("stands on neither side");
        };
    }

    private boolean isFull(int dispute) {
        return state.book().totals(state.disputes().currency(dispute)).isFull();
    }

    private int paymentOf(int dispute) {
        return state.payments().find(state.disputes().payment(dispute));
    }

    private int find(long dispute) {
        return state.disputes().find(dispute);
    }
}
