package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AdjustLedgerDecoder;
import io.clearhold.core.codec.ApproveApprovalDecoder;
import io.clearhold.core.codec.AssignBreakDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RejectApprovalDecoder;
import io.clearhold.core.codec.ReopenBreakDecoder;
import io.clearhold.core.codec.ResolveBreakDecoder;
import org.agrona.DirectBuffer;

/** Brings each command of four eyes to its decision. */
final class ApprovalDispatcher {
    private final Approvals approvals;
    private final AdjustmentDecisions adjustments;
    private final BreakResolving resolution;
    private final BreakReopening reopening;
    private final ApproveApprovalDecoder approve = new ApproveApprovalDecoder();
    private final RejectApprovalDecoder reject = new RejectApprovalDecoder();
    private final AdjustLedgerDecoder adjust = new AdjustLedgerDecoder();
    private final AssignBreakDecoder assign = new AssignBreakDecoder();
    private final ResolveBreakDecoder resolve = new ResolveBreakDecoder();
    private final ReopenBreakDecoder reopen = new ReopenBreakDecoder();

    ApprovalDispatcher(
            Approvals approvals,
            AdjustmentDecisions adjustments,
            BreakResolving resolution,
            BreakReopening reopening) {
        this.approvals = approvals;
        this.adjustments = adjustments;
        this.resolution = resolution;
        this.reopening = reopening;
        approvals.register(adjustments);
        approvals.register(resolution);
        approvals.register(reopening);
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
            case AssignBreakDecoder.TEMPLATE_ID ->
                    reopening.assign(assign.wrapAndApplyHeader(buffer, offset, header), decision);
            case ResolveBreakDecoder.TEMPLATE_ID ->
                    resolution.propose(
                            resolve.wrapAndApplyHeader(buffer, offset, header), decision);
            case ReopenBreakDecoder.TEMPLATE_ID ->
                    reopening.propose(reopen.wrapAndApplyHeader(buffer, offset, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
