package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.AccountClosedDecoder;
import io.clearhold.core.codec.AccountCreatedDecoder;
import io.clearhold.core.codec.AccountFrozenDecoder;
import io.clearhold.core.codec.AccountUnfrozenDecoder;
import io.clearhold.core.codec.AccountUpdatedDecoder;
import io.clearhold.core.codec.AdjustmentUndoneDecoder;
import io.clearhold.core.codec.ApprovalApprovedDecoder;
import io.clearhold.core.codec.ApprovalExpiredDecoder;
import io.clearhold.core.codec.ApprovalFailedDecoder;
import io.clearhold.core.codec.ApprovalProposedDecoder;
import io.clearhold.core.codec.ApprovalRejectedDecoder;
import io.clearhold.core.codec.BreakAssignedDecoder;
import io.clearhold.core.codec.BreakOpenedDecoder;
import io.clearhold.core.codec.BreakReopenedDecoder;
import io.clearhold.core.codec.BreakResolvedDecoder;
import io.clearhold.core.codec.BreakTreatedDecoder;
import io.clearhold.core.codec.ChargebackAcceptedDecoder;
import io.clearhold.core.codec.ChargebackEvidenceAddedDecoder;
import io.clearhold.core.codec.ChargebackLostDecoder;
import io.clearhold.core.codec.ChargebackOpenedDecoder;
import io.clearhold.core.codec.ChargebackWonDecoder;
import io.clearhold.core.codec.ClockAcceptedDecoder;
import io.clearhold.core.codec.ClockHeldDecoder;
import io.clearhold.core.codec.ClockSteppedDecoder;
import io.clearhold.core.codec.ClockTargetSetDecoder;
import io.clearhold.core.codec.CollectionUnmatchedDecoder;
import io.clearhold.core.codec.ConfiguredDecoder;
import io.clearhold.core.codec.DayCutDecoder;
import io.clearhold.core.codec.DisputeAcceptedDecoder;
import io.clearhold.core.codec.DisputeEscalatedDecoder;
import io.clearhold.core.codec.DisputeEvidenceAddedDecoder;
import io.clearhold.core.codec.DisputeOpenedDecoder;
import io.clearhold.core.codec.DisputeOverdueDecoder;
import io.clearhold.core.codec.DisputeRejectedDecoder;
import io.clearhold.core.codec.DisputeResolvedDecoder;
import io.clearhold.core.codec.DisputeReturnAgreedDecoder;
import io.clearhold.core.codec.DisputeReturnShippedDecoder;
import io.clearhold.core.codec.DisputeShrunkDecoder;
import io.clearhold.core.codec.DisputeWithdrawnDecoder;
import io.clearhold.core.codec.EpochBegunDecoder;
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
import io.clearhold.core.codec.KeyCreatedDecoder;
import io.clearhold.core.codec.KeyRevokedDecoder;
import io.clearhold.core.codec.LedgerAdjustedDecoder;
import io.clearhold.core.codec.LimitsSetDecoder;
import io.clearhold.core.codec.LimitsUsedDecoder;
import io.clearhold.core.codec.MilestoneExtendedDecoder;
import io.clearhold.core.codec.MilestoneFrozenDecoder;
import io.clearhold.core.codec.MilestoneRefundedDecoder;
import io.clearhold.core.codec.MilestoneReleasedDecoder;
import io.clearhold.core.codec.MilestoneReturnedDecoder;
import io.clearhold.core.codec.MilestoneShippedDecoder;
import io.clearhold.core.codec.MilestoneThawedDecoder;
import io.clearhold.core.codec.MilestonesAgreedDecoder;
import io.clearhold.core.codec.MilestonesHeldDecoder;
import io.clearhold.core.codec.MovementsAgedDecoder;
import io.clearhold.core.codec.OwnMoneyUnmatchedDecoder;
import io.clearhold.core.codec.PaymentCanceledDecoder;
import io.clearhold.core.codec.PaymentCloseRequestedDecoder;
import io.clearhold.core.codec.PaymentCreatedDecoder;
import io.clearhold.core.codec.PaymentDeclinedDecoder;
import io.clearhold.core.codec.PaymentExpiredDecoder;
import io.clearhold.core.codec.PaymentExtendedDecoder;
import io.clearhold.core.codec.PaymentHeldDecoder;
import io.clearhold.core.codec.PaymentLinkCreatedDecoder;
import io.clearhold.core.codec.PaymentLinkDeactivatedDecoder;
import io.clearhold.core.codec.PaymentLinkUpdatedDecoder;
import io.clearhold.core.codec.PaymentLinkUsedDecoder;
import io.clearhold.core.codec.PaymentPendingDecoder;
import io.clearhold.core.codec.PaymentReleasedDecoder;
import io.clearhold.core.codec.PaymentShippedDecoder;
import io.clearhold.core.codec.PaymentUpdatedDecoder;
import io.clearhold.core.codec.PayoutCreatedDecoder;
import io.clearhold.core.codec.PayoutFailedDecoder;
import io.clearhold.core.codec.PayoutPaidDecoder;
import io.clearhold.core.codec.PayoutReturnedDecoder;
import io.clearhold.core.codec.PayoutScheduleRanDecoder;
import io.clearhold.core.codec.PayoutScheduleSetDecoder;
import io.clearhold.core.codec.PayoutSubmittedDecoder;
import io.clearhold.core.codec.PayoutUnknownDecoder;
import io.clearhold.core.codec.PayoutsConfiguredDecoder;
import io.clearhold.core.codec.PricingSetDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.codec.RefundSucceededDecoder;
import io.clearhold.core.codec.ReserveReleasedDecoder;
import io.clearhold.core.codec.ReserveSetDecoder;
import io.clearhold.core.codec.RiskDecidedDecoder;
import io.clearhold.core.codec.SafeguardingRestoredDecoder;
import io.clearhold.core.codec.SafeguardingShortfallDecoder;
import io.clearhold.core.codec.SettlementReadyDecoder;
import io.clearhold.core.codec.ShipByPassedDecoder;
import io.clearhold.core.codec.StatementCompletedDecoder;
import io.clearhold.core.codec.StatementLineMatchedDecoder;
import io.clearhold.core.codec.StatementLineUnexplainedDecoder;
import io.clearhold.core.codec.StatementOpenedDecoder;
import io.clearhold.core.codec.TopUpCreatedDecoder;
import io.clearhold.core.codec.TopUpDeclinedDecoder;
import io.clearhold.core.codec.TopUpFailedDecoder;
import io.clearhold.core.codec.TopUpSucceededDecoder;
import io.clearhold.core.codec.TopUpUnmatchedDecoder;
import io.clearhold.core.codec.TransferCreatedDecoder;
import io.clearhold.core.codec.WebhookEndpointCreatedDecoder;
import io.clearhold.core.codec.WebhookEndpointDeletedDecoder;
import io.clearhold.core.codec.WebhookEndpointDisabledDecoder;
import io.clearhold.core.codec.WebhookEndpointUpdatedDecoder;
import io.clearhold.core.codec.WebhookPingedDecoder;
import io.clearhold.core.codec.WebhookReplayRequestedDecoder;
import io.clearhold.core.codec.WebhookSecretRotatedDecoder;
import io.clearhold.core.id.IdKind;

/** The names that events have outside, and which of them the event list shows. */
final class EventNames {
    /** Derived: a payment of which nothing is left but refunds. */
    static final String REFUNDED = "payment.refunded";

    private EventNames() {}

    /** The name of an event; one that this version does not know is an error. */
    static String of(int template) {
        return switch (template) {
            case PaymentCreatedDecoder.TEMPLATE_ID -> "payment.created";
            case PaymentPendingDecoder.TEMPLATE_ID -> "payment.pending";
            case PaymentDeclinedDecoder.TEMPLATE_ID -> "payment.declined";
            case PaymentHeldDecoder.TEMPLATE_ID -> "payment.held";
            case PaymentShippedDecoder.TEMPLATE_ID -> "payment.shipped";
            case PaymentExtendedDecoder.TEMPLATE_ID -> "payment.extended";
            case PaymentUpdatedDecoder.TEMPLATE_ID -> "payment.updated";
            case PaymentLinkCreatedDecoder.TEMPLATE_ID -> "payment_link.created";
            case PaymentLinkUpdatedDecoder.TEMPLATE_ID -> "payment_link.updated";
            case PaymentLinkDeactivatedDecoder.TEMPLATE_ID -> "payment_link.deactivated";
            case PaymentLinkUsedDecoder.TEMPLATE_ID -> "payment_link.used";
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
            case DisputeOpenedDecoder.TEMPLATE_ID -> "dispute.opened";
            case DisputeRejectedDecoder.TEMPLATE_ID -> "dispute.rejected";
            case DisputeReturnAgreedDecoder.TEMPLATE_ID -> "dispute.return_agreed";
            case DisputeReturnShippedDecoder.TEMPLATE_ID -> "dispute.return_shipped";
            case DisputeEscalatedDecoder.TEMPLATE_ID -> "dispute.escalated";
            case DisputeAcceptedDecoder.TEMPLATE_ID -> "dispute.accepted";
            case DisputeResolvedDecoder.TEMPLATE_ID -> "dispute.resolved";
            case DisputeWithdrawnDecoder.TEMPLATE_ID -> "dispute.withdrawn";
            case DisputeEvidenceAddedDecoder.TEMPLATE_ID -> "dispute.evidence_added";
            case DisputeShrunkDecoder.TEMPLATE_ID -> "dispute.shrunk";
            case DisputeOverdueDecoder.TEMPLATE_ID -> "dispute.overdue";
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
            case ChargebackOpenedDecoder.TEMPLATE_ID -> "chargeback.created";
            case ChargebackEvidenceAddedDecoder.TEMPLATE_ID -> "chargeback.evidence_added";
            case ChargebackAcceptedDecoder.TEMPLATE_ID -> "chargeback.accepted";
            case ChargebackLostDecoder.TEMPLATE_ID -> "chargeback.lost";
            case ChargebackWonDecoder.TEMPLATE_ID -> "chargeback.won";
            case PayoutCreatedDecoder.TEMPLATE_ID -> "payout.created";
            case PayoutSubmittedDecoder.TEMPLATE_ID -> "payout.submitted";
            case PayoutUnknownDecoder.TEMPLATE_ID -> "payout.unknown";
            case PayoutPaidDecoder.TEMPLATE_ID -> "payout.paid";
            case PayoutFailedDecoder.TEMPLATE_ID -> "payout.failed";
            case PayoutReturnedDecoder.TEMPLATE_ID -> "payout.returned";
            case TransferCreatedDecoder.TEMPLATE_ID -> "transfer.created";
            case TopUpCreatedDecoder.TEMPLATE_ID -> "topup.created";
            case TopUpSucceededDecoder.TEMPLATE_ID -> "topup.succeeded";
            case TopUpDeclinedDecoder.TEMPLATE_ID -> "topup.declined";
            case TopUpFailedDecoder.TEMPLATE_ID -> "topup.failed";
            case TopUpUnmatchedDecoder.TEMPLATE_ID -> "topup.collection_unmatched";
            case LimitsSetDecoder.TEMPLATE_ID -> "account.limits_set";
            case LimitsUsedDecoder.TEMPLATE_ID -> "limits.used";
            case RiskDecidedDecoder.TEMPLATE_ID -> "risk.decided";
            case PayoutScheduleSetDecoder.TEMPLATE_ID -> "account.payout_schedule_set";
            case PayoutScheduleRanDecoder.TEMPLATE_ID -> "payout_schedule.ran";
            case PayoutsConfiguredDecoder.TEMPLATE_ID -> "configuration.payouts_changed";
            case AccountFrozenDecoder.TEMPLATE_ID -> "account.frozen";
            case AccountUnfrozenDecoder.TEMPLATE_ID -> "account.unfrozen";
            case AccountClosedDecoder.TEMPLATE_ID -> "account.closed";
            case ConfiguredDecoder.TEMPLATE_ID -> "configuration.changed";
            case KeyCreatedDecoder.TEMPLATE_ID -> "key.created";
            case KeyRevokedDecoder.TEMPLATE_ID -> "key.revoked";
            case AccountCreatedDecoder.TEMPLATE_ID -> "account.created";
            case AccountUpdatedDecoder.TEMPLATE_ID -> "account.updated";
            case PricingSetDecoder.TEMPLATE_ID -> "account.pricing_set";
            case ReserveSetDecoder.TEMPLATE_ID -> "account.reserve_set";
            case ReserveReleasedDecoder.TEMPLATE_ID -> "account.reserve_released";
            case ClockTargetSetDecoder.TEMPLATE_ID -> "clock.target_set";
            case ClockSteppedDecoder.TEMPLATE_ID -> "clock.stepped";
            case EpochBegunDecoder.TEMPLATE_ID -> "ids.epoch_begun";
            case ClockHeldDecoder.TEMPLATE_ID -> "clock.held";
            case ClockAcceptedDecoder.TEMPLATE_ID -> "clock.accepted";
            case StatementLineMatchedDecoder.TEMPLATE_ID -> "statement.line_matched";
            case StatementLineUnexplainedDecoder.TEMPLATE_ID, BreakOpenedDecoder.TEMPLATE_ID ->
                    "break.opened";
            case BreakResolvedDecoder.TEMPLATE_ID, BreakTreatedDecoder.TEMPLATE_ID ->
                    "break.resolved";
            case BreakReopenedDecoder.TEMPLATE_ID -> "break.reopened";
            case BreakAssignedDecoder.TEMPLATE_ID -> "break.assigned";
            case StatementOpenedDecoder.TEMPLATE_ID -> "statement.opened";
            case StatementCompletedDecoder.TEMPLATE_ID -> "statement.completed";
            case MovementsAgedDecoder.TEMPLATE_ID -> "statement.movements_aged";
            case DayCutDecoder.TEMPLATE_ID -> "day.cut";
            case SettlementReadyDecoder.TEMPLATE_ID -> "settlement.ready";
            case SafeguardingShortfallDecoder.TEMPLATE_ID -> "safeguarding.shortfall";
            case SafeguardingRestoredDecoder.TEMPLATE_ID -> "safeguarding.restored";
            case WebhookEndpointCreatedDecoder.TEMPLATE_ID -> "webhook_endpoint.created";
            case WebhookEndpointUpdatedDecoder.TEMPLATE_ID -> "webhook_endpoint.updated";
            case WebhookSecretRotatedDecoder.TEMPLATE_ID -> "webhook_endpoint.secret_rotated";
            case WebhookEndpointDeletedDecoder.TEMPLATE_ID -> "webhook_endpoint.deleted";
            case WebhookEndpointDisabledDecoder.TEMPLATE_ID -> "webhook_endpoint.disabled";
            case WebhookPingedDecoder.TEMPLATE_ID -> "webhook_endpoint.ping";
            case WebhookReplayRequestedDecoder.TEMPLATE_ID -> "webhook_endpoint.replay";
            case ApprovalProposedDecoder.TEMPLATE_ID -> "approval.proposed";
            case ApprovalApprovedDecoder.TEMPLATE_ID -> "approval.approved";
            case ApprovalRejectedDecoder.TEMPLATE_ID -> "approval.rejected";
            case ApprovalExpiredDecoder.TEMPLATE_ID -> "approval.expired";
            case ApprovalFailedDecoder.TEMPLATE_ID -> "approval.failed";
            case LedgerAdjustedDecoder.TEMPLATE_ID -> "ledger.adjusted";
            case AdjustmentUndoneDecoder.TEMPLATE_ID -> "ledger.adjustment_undone";
            case OwnMoneyUnmatchedDecoder.TEMPLATE_ID -> "ledger.adjustment_unmatched";
            default ->
                    throw new IllegalStateException(
                            "the journal holds an event "
                                    + template
                                    + " that this version does not know; a newer version wrote it");
        };
    }

    /** The kind of object that a listed event is about. */
    static IdKind kindOf(String name) {
        return switch (name.substring(0, name.indexOf('.'))) {
            case "payment" -> IdKind.PAYMENT;
            case "payment_link" -> IdKind.PAYMENT_LINK;
            case "refund" -> IdKind.REFUND;
            case "dispute" -> IdKind.DISPUTE;
            case "chargeback" -> IdKind.CHARGEBACK;
            case "payout" -> IdKind.PAYOUT;
            case "transfer" -> IdKind.TRANSFER;
            case "topup" -> IdKind.TOPUP;
            case "account" -> IdKind.ACCOUNT;
            case "webhook_endpoint" -> IdKind.WEBHOOK_ENDPOINT;
            default -> throw new IllegalArgumentException(name + " is not listed");
        };
    }

    /** Whether it is a fact for merchants, not a step of the server itself. */
    static boolean isListed(String name) {
        return switch (name.substring(0, name.indexOf('.'))) {
            case "payment",
                    "payment_link",
                    "refund",
                    "dispute",
                    "chargeback",
                    "payout",
                    "transfer",
                    "risk",
                    "topup",
                    "account",
                    "approval",
                    "ledger",
                    "settlement",
                    "break",
                    "safeguarding",
                    "webhook_endpoint" ->
                    true;
            default -> false;
        };
    }
}
