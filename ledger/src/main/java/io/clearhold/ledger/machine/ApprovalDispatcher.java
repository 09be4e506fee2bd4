package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AdjustLedgerDecoder;
import io.clearhold.core.codec.ApproveApprovalDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RejectApprovalDecoder;
import org.agrona.DirectBuffer;

/** Brings each command of four eyes to its decision. */
final class ApprovalDispatcher {
    private final Approvals approvals;
    private final AdjustmentDecisions adjustments;
    private final ApproveApprovalDecoder approve = new ApproveApprovalDecoder();
    private final RejectApprovalDecoder reject = new RejectApprovalDecoder();
    private final AdjustLedgerDecoder adjust = new AdjustLedgerDecoder();

    ApprovalDispatcher(Approvals approvals, AdjustmentDecisions adjustments) {
        this.approvals = approvals;
        this.adjustments = adjustments;
        approvals.register(adjustments);
    }

    /** Whether it was one of these. */
    boolean decide(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            int step,
            Decision decision) {
        switch (header.templateId()) {
            case ApproveApprovalDecoder.TEMPLATE_ID ->
                    approvals.approve(
                            approve.wrapAndApplyHeader(buffer, offset, header), step, decision);
            case RejectApprovalDecoder.TEMPLATE_ID ->
                    approvals.reject(reject.wrapAndApplyHeader(buffer, offset, header), decision);
            case AdjustLedgerDecoder.TEMPLATE_ID ->
                    adjustments.propose(
                            adjust.wrapAndApplyHeader(buffer, offset, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
