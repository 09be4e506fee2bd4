package io.clearhold.ledger.state;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.codec.AdjustmentUndoneDecoder;
import io.clearhold.core.codec.ApprovalApprovedDecoder;
import io.clearhold.core.codec.ApprovalExpiredDecoder;
import io.clearhold.core.codec.ApprovalFailedDecoder;
import io.clearhold.core.codec.ApprovalProposedDecoder;
import io.clearhold.core.codec.ApprovalRejectedDecoder;
import io.clearhold.core.codec.LedgerAdjustedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OwnMoneyUnmatchedDecoder;
import io.clearhold.core.codec.ProposalDecoder;
import org.agrona.DirectBuffer;

/** Applies events of approvals, templates 360 to 367. */
final class ApprovalApplier implements FactApplier {
    private final LedgerState state;
    private final ApprovalTable approvals;
    private final ApprovalProposedDecoder proposed = new ApprovalProposedDecoder();
    private final ApprovalApprovedDecoder approved = new ApprovalApprovedDecoder();
    private final ApprovalRejectedDecoder rejected = new ApprovalRejectedDecoder();
    private final ApprovalExpiredDecoder expired = new ApprovalExpiredDecoder();
    private final ApprovalFailedDecoder failed = new ApprovalFailedDecoder();
    private final OwnMoneyUnmatchedDecoder unmatched = new OwnMoneyUnmatchedDecoder();

    ApprovalApplier(LedgerState state) {
        this.state = state;
        this.approvals = state.approvals;
    }

    @Override
    public void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case ApprovalProposedDecoder.TEMPLATE_ID ->
                    apply(proposed.wrapAndApplyHeader(buffer, offset, header));
            case ApprovalApprovedDecoder.TEMPLATE_ID -> {
                approved.wrapAndApplyHeader(buffer, offset, header);
                end(approved.proposal(), ApprovalStatus.APPROVED, approved.key());
            }
            case ApprovalRejectedDecoder.TEMPLATE_ID -> {
                rejected.wrapAndApplyHeader(buffer, offset, header);
                end(rejected.proposal(), ApprovalStatus.REJECTED, rejected.key());
            }
            case ApprovalExpiredDecoder.TEMPLATE_ID -> {
                expired.wrapAndApplyHeader(buffer, offset, header);
                end(expired.proposal(), ApprovalStatus.EXPIRED, 0);
            }
            case ApprovalFailedDecoder.TEMPLATE_ID -> {
                failed.wrapAndApplyHeader(buffer, offset, header);
                int index = end(failed.proposal(), ApprovalStatus.FAILED, failed.key());
                approvals.failure(index, failed.code());
                approvals.failureFirst(index, failed.first());
                approvals.failureSecond(index, failed.second());
            }
            case LedgerAdjustedDecoder.TEMPLATE_ID, AdjustmentUndoneDecoder.TEMPLATE_ID -> {
                // The postings say it all.
            }
            case OwnMoneyUnmatchedDecoder.TEMPLATE_ID -> {
                unmatched.wrapAndApplyHeader(buffer, offset, header);
                int instruction = state.instructions.find(unmatched.instruction());
                if (unmatched.currency() != state.instructions.currency(instruction)) {
                    // No line in the instruction's own currency is to be waited for.
                    state.instructions.settledAmount(instruction, 0);
                }
            }
            default ->
                    throw new IllegalStateException(
                            "unknown event of four eyes " + header.templateId());
        }
    }

    private void apply(ApprovalProposedDecoder event) {
        ProposalDecoder proposal = event.proposal();
        int index = approvals.add(proposal.approval());
        approvals.kind(index, ApprovalKind.of(proposal.kind()));
        approvals.status(index, ApprovalStatus.PROPOSED);
        approvals.subject(index, proposal.subject());
        approvals.number(index, 0, event.first());
        approvals.number(index, 1, event.second());
        approvals.number(index, 2, event.third());
        approvals.number(index, 3, event.fourth());
        approvals.number(index, 4, event.fifth());
        approvals.proposer(index, proposal.key());
        approvals.expiresAtMs(index, event.expiresAtMs());
        approvals.textSequence(index, proposal.textSequence());
        approvals.lastSequence(index, state.sequence());
        approvals.createdAtMs(index, state.logTimeMs());
        approvals.opened(index);
        schedule(index, event.expiresAtMs());
    }

    /**
     * @param key of the person who decided, 0 if time did
     */
    private int end(ProposalDecoder proposal, ApprovalStatus status, long key) {
        int index = approvals.find(proposal.approval());
        approvals.status(index, status);
        approvals.decider(index, key);
        approvals.decisionSequence(index, key == 0 ? 0 : state.sequence());
        approvals.decidedAtMs(index, state.logTimeMs());
        approvals.lastSequence(index, state.sequence());
        approvals.closed(index);
        schedule(index, 0);
        return index;
    }

    private void schedule(int index, long atMs) {
        approvals.deadline(
                index,
                state.deadlines.schedule(approvals.deadline(index), approvals.id(index), atMs));
    }
}
