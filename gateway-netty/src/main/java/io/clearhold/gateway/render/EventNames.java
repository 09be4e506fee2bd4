package io.clearhold.gateway.render;

import io.clearhold.core.codec.BreakOpenedDecoder;
import io.clearhold.core.codec.BreakResolvedDecoder;
import io.clearhold.core.codec.CollectionUnmatchedDecoder;
import io.clearhold.core.codec.InstructionAcceptedDecoder;
import io.clearhold.core.codec.InstructionClaimedDecoder;
import io.clearhold.core.codec.InstructionClosingDecoder;
import io.clearhold.core.codec.InstructionDeferredDecoder;
import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.InstructionFailedDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.InstructionReturnedDecoder;
import io.clearhold.core.codec.InstructionSettledDecoder;
import io.clearhold.core.codec.InstructionUnknownDecoder;
import io.clearhold.core.codec.MilestoneExtendedDecoder;
import io.clearhold.core.codec.MilestoneFrozenDecoder;
import io.clearhold.core.codec.MilestoneRefundedDecoder;
import io.clearhold.core.codec.MilestoneReleasedDecoder;
import io.clearhold.core.codec.MilestoneReturnedDecoder;
import io.clearhold.core.codec.MilestoneShippedDecoder;
import io.clearhold.core.codec.MilestoneThawedDecoder;
import io.clearhold.core.codec.MilestonesAgreedDecoder;
import io.clearhold.core.codec.MilestonesHeldDecoder;
import io.clearhold.core.codec.PaymentCanceledDecoder;
import io.clearhold.core.codec.PaymentCloseRequestedDecoder;
import io.clearhold.core.codec.PaymentCreatedDecoder;
import io.clearhold.core.codec.PaymentDeclinedDecoder;
import io.clearhold.core.codec.PaymentExpiredDecoder;
import io.clearhold.core.codec.PaymentExtendedDecoder;
import io.clearhold.core.codec.PaymentHeldDecoder;
import io.clearhold.core.codec.PaymentPendingDecoder;
import io.clearhold.core.codec.PaymentReleasedDecoder;
import io.clearhold.core.codec.PaymentShippedDecoder;
import io.clearhold.core.codec.PaymentUpdatedDecoder;
import io.clearhold.core.codec.PayoutCreatedDecoder;
import io.clearhold.core.codec.PayoutFailedDecoder;
import io.clearhold.core.codec.PayoutPaidDecoder;
import io.clearhold.core.codec.PayoutReturnedDecoder;
import io.clearhold.core.codec.PayoutSubmittedDecoder;
import io.clearhold.core.codec.PayoutUnknownDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.codec.RefundSucceededDecoder;
import io.clearhold.core.codec.ShipByPassedDecoder;
import io.clearhold.core.codec.StatementLineMatchedDecoder;
import io.clearhold.core.codec.StatementLineUnexplainedDecoder;

/** The names that events have outside. */
final class EventNames {
    private EventNames() {}

    static String of(int template) {
        return switch (template) {
            case PaymentCreatedDecoder.TEMPLATE_ID -> "payment.created";
            case PaymentPendingDecoder.TEMPLATE_ID -> "payment.pending";
            case PaymentDeclinedDecoder.TEMPLATE_ID -> "payment.declined";
            case PaymentHeldDecoder.TEMPLATE_ID -> "payment.held";
            case PaymentShippedDecoder.TEMPLATE_ID -> "payment.shipped";
            case PaymentExtendedDecoder.TEMPLATE_ID -> "payment.extended";
            case PaymentUpdatedDecoder.TEMPLATE_ID -> "payment.updated";
            case MilestonesAgreedDecoder.TEMPLATE_ID -> "payment.milestones_agreed";
            case MilestonesHeldDecoder.TEMPLATE_ID -> "payment.milestones_held";
            case MilestoneShippedDecoder.TEMPLATE_ID -> "payment.milestone_shipped";
            case MilestoneReleasedDecoder.TEMPLATE_ID -> "payment.milestone_released";
            case MilestoneRefundedDecoder.TEMPLATE_ID -> "payment.milestone_refunded";
            case MilestoneReturnedDecoder.TEMPLATE_ID -> "payment.milestone_returned";
            case MilestoneFrozenDecoder.TEMPLATE_ID -> "payment.milestone_frozen";
            case MilestoneThawedDecoder.TEMPLATE_ID -> "payment.milestone_thawed";
            case MilestoneExtendedDecoder.TEMPLATE_ID -> "payment.milestone_extended";
            case PaymentReleasedDecoder.TEMPLATE_ID -> "payment.released";
            case RefundCreatedDecoder.TEMPLATE_ID -> "refund.created";
            case RefundSucceededDecoder.TEMPLATE_ID -> "refund.succeeded";
            case RefundFailedDecoder.TEMPLATE_ID -> "refund.failed";
            case PaymentCloseRequestedDecoder.TEMPLATE_ID -> "payment.close_requested";
            case PaymentCanceledDecoder.TEMPLATE_ID -> "payment.canceled";
            case PaymentExpiredDecoder.TEMPLATE_ID -> "payment.expired";
            case ShipByPassedDecoder.TEMPLATE_ID -> "payment.ship_by_passed";
            case CollectionUnmatchedDecoder.TEMPLATE_ID -> "payment.collection_unmatched";
            case InstructionQueuedDecoder.TEMPLATE_ID -> "bank_instruction.queued";
            case InstructionClaimedDecoder.TEMPLATE_ID -> "bank_instruction.claimed";
            case InstructionDeferredDecoder.TEMPLATE_ID -> "bank_instruction.deferred";
            case InstructionAcceptedDecoder.TEMPLATE_ID -> "bank_instruction.accepted";
            case InstructionUnknownDecoder.TEMPLATE_ID -> "bank_instruction.unknown";
            case InstructionDueDecoder.TEMPLATE_ID -> "bank_instruction.due";
            case InstructionClosingDecoder.TEMPLATE_ID -> "bank_instruction.closing";
            case InstructionSettledDecoder.TEMPLATE_ID -> "bank_instruction.settled";
            case InstructionFailedDecoder.TEMPLATE_ID -> "bank_instruction.failed";
            case InstructionReturnedDecoder.TEMPLATE_ID -> "bank_instruction.returned";
            case StatementLineMatchedDecoder.TEMPLATE_ID -> "statement.line_matched";
            case StatementLineUnexplainedDecoder.TEMPLATE_ID, BreakOpenedDecoder.TEMPLATE_ID ->
                    "break.opened";
            case BreakResolvedDecoder.TEMPLATE_ID -> "break.resolved";
            case PayoutCreatedDecoder.TEMPLATE_ID -> "payout.created";
            case PayoutSubmittedDecoder.TEMPLATE_ID -> "payout.submitted";
            case PayoutUnknownDecoder.TEMPLATE_ID -> "payout.unknown";
            case PayoutPaidDecoder.TEMPLATE_ID -> "payout.paid";
            case PayoutFailedDecoder.TEMPLATE_ID -> "payout.failed";
            case PayoutReturnedDecoder.TEMPLATE_ID -> "payout.returned";
            default -> "event." + template;
        };
    }
}
