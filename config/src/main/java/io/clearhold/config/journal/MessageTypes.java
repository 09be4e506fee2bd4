package io.clearhold.config.journal;

import io.clearhold.core.codec.AcceptChargebackDecoder;
import io.clearhold.core.codec.AcceptClockDecoder;
import io.clearhold.core.codec.AccountClosedDecoder;
import io.clearhold.core.codec.AccountCreatedDecoder;
import io.clearhold.core.codec.AccountFrozenDecoder;
import io.clearhold.core.codec.AccountResultDecoder;
import io.clearhold.core.codec.AccountUnfrozenDecoder;
import io.clearhold.core.codec.AccountUpdatedDecoder;
import io.clearhold.core.codec.ActOnDisputeDecoder;
import io.clearhold.core.codec.AddChargebackEvidenceDecoder;
import io.clearhold.core.codec.AddEvidenceDecoder;
import io.clearhold.core.codec.AdjustLedgerDecoder;
import io.clearhold.core.codec.AdjustmentUndoneDecoder;
import io.clearhold.core.codec.AdvanceClockDecoder;
import io.clearhold.core.codec.AgeMovementsDecoder;
import io.clearhold.core.codec.AgeResultDecoder;
import io.clearhold.core.codec.ApprovalApprovedDecoder;
import io.clearhold.core.codec.ApprovalExpiredDecoder;
import io.clearhold.core.codec.ApprovalFailedDecoder;
import io.clearhold.core.codec.ApprovalProposedDecoder;
import io.clearhold.core.codec.ApprovalRejectedDecoder;
import io.clearhold.core.codec.ApprovalResultDecoder;
import io.clearhold.core.codec.ApproveApprovalDecoder;
import io.clearhold.core.codec.AssignBreakDecoder;
import io.clearhold.core.codec.BalanceResultDecoder;
import io.clearhold.core.codec.BeginEpochDecoder;
import io.clearhold.core.codec.BreakAssignedDecoder;
import io.clearhold.core.codec.BreakOpenedDecoder;
import io.clearhold.core.codec.BreakReopenedDecoder;
import io.clearhold.core.codec.BreakResolvedDecoder;
import io.clearhold.core.codec.BreakResultDecoder;
import io.clearhold.core.codec.BreakTreatedDecoder;
import io.clearhold.core.codec.CancelPaymentDecoder;
import io.clearhold.core.codec.CancelPayoutDecoder;
import io.clearhold.core.codec.ChargebackAcceptedDecoder;
import io.clearhold.core.codec.ChargebackEvidenceAddedDecoder;
import io.clearhold.core.codec.ChargebackLostDecoder;
import io.clearhold.core.codec.ChargebackOpenedDecoder;
import io.clearhold.core.codec.ChargebackResultDecoder;
import io.clearhold.core.codec.ChargebackWonDecoder;
import io.clearhold.core.codec.ClaimInstructionDecoder;
import io.clearhold.core.codec.ClockAcceptedDecoder;
import io.clearhold.core.codec.ClockHeldDecoder;
import io.clearhold.core.codec.ClockHoldResultDecoder;
import io.clearhold.core.codec.ClockResultDecoder;
import io.clearhold.core.codec.ClockSteppedDecoder;
import io.clearhold.core.codec.ClockTargetSetDecoder;
import io.clearhold.core.codec.CollectionUnmatchedDecoder;
import io.clearhold.core.codec.CompleteStatementDecoder;
import io.clearhold.core.codec.ConfigureDecoder;
import io.clearhold.core.codec.ConfigurePayoutsDecoder;
import io.clearhold.core.codec.ConfiguredDecoder;
import io.clearhold.core.codec.ConfirmPaymentDecoder;
import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreateKeyDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePaymentLinkDecoder;
import io.clearhold.core.codec.CreatePayoutDecoder;
import io.clearhold.core.codec.CreateTopUpDecoder;
import io.clearhold.core.codec.CreateTransferDecoder;
import io.clearhold.core.codec.CreateWebhookEndpointDecoder;
import io.clearhold.core.codec.DayCutDecoder;
import io.clearhold.core.codec.DeleteWebhookEndpointDecoder;
import io.clearhold.core.codec.DisableWebhookEndpointDecoder;
import io.clearhold.core.codec.DisputeAcceptedDecoder;
import io.clearhold.core.codec.DisputeEscalatedDecoder;
import io.clearhold.core.codec.DisputeEvidenceAddedDecoder;
import io.clearhold.core.codec.DisputeOpenedDecoder;
import io.clearhold.core.codec.DisputeOverdueDecoder;
import io.clearhold.core.codec.DisputeRejectedDecoder;
import io.clearhold.core.codec.DisputeResolvedDecoder;
import io.clearhold.core.codec.DisputeResultDecoder;
import io.clearhold.core.codec.DisputeReturnAgreedDecoder;
import io.clearhold.core.codec.DisputeReturnShippedDecoder;
import io.clearhold.core.codec.DisputeShrunkDecoder;
import io.clearhold.core.codec.DisputeWithdrawnDecoder;
import io.clearhold.core.codec.DoneDecoder;
import io.clearhold.core.codec.EpochBegunDecoder;
import io.clearhold.core.codec.EpochsResultDecoder;
import io.clearhold.core.codec.ExtendPaymentDecoder;
import io.clearhold.core.codec.FindOutcomeDecoder;
import io.clearhold.core.codec.GetBalanceDecoder;
import io.clearhold.core.codec.GetClockDecoder;
import io.clearhold.core.codec.GetClockHoldDecoder;
import io.clearhold.core.codec.GetEpochsDecoder;
import io.clearhold.core.codec.GetHeadDecoder;
import io.clearhold.core.codec.GetLimitsDecoder;
import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.GetOpenInstructionsDecoder;
import io.clearhold.core.codec.GetSafeguardingDecoder;
import io.clearhold.core.codec.GetTrialBalanceDecoder;
import io.clearhold.core.codec.HeadResultDecoder;
import io.clearhold.core.codec.HoldClockDecoder;
import io.clearhold.core.codec.InstructionAcceptedDecoder;
import io.clearhold.core.codec.InstructionClaimedDecoder;
import io.clearhold.core.codec.InstructionClosingDecoder;
import io.clearhold.core.codec.InstructionDeferredDecoder;
import io.clearhold.core.codec.InstructionDueDecoder;
import io.clearhold.core.codec.InstructionFailedDecoder;
import io.clearhold.core.codec.InstructionListDecoder;
import io.clearhold.core.codec.InstructionQueuedDecoder;
import io.clearhold.core.codec.InstructionReturnedDecoder;
import io.clearhold.core.codec.InstructionSettledDecoder;
import io.clearhold.core.codec.InstructionUnknownDecoder;
import io.clearhold.core.codec.KeyCreatedDecoder;
import io.clearhold.core.codec.KeyResultDecoder;
import io.clearhold.core.codec.KeyRevokedDecoder;
import io.clearhold.core.codec.LedgerAdjustedDecoder;
import io.clearhold.core.codec.LimitsResultDecoder;
import io.clearhold.core.codec.LimitsSetDecoder;
import io.clearhold.core.codec.LimitsUsedDecoder;
import io.clearhold.core.codec.LineResultDecoder;
import io.clearhold.core.codec.MilestoneExtendedDecoder;
import io.clearhold.core.codec.MilestoneFrozenDecoder;
import io.clearhold.core.codec.MilestoneRefundedDecoder;
import io.clearhold.core.codec.MilestoneReleasedDecoder;
import io.clearhold.core.codec.MilestoneReturnedDecoder;
import io.clearhold.core.codec.MilestoneShippedDecoder;
import io.clearhold.core.codec.MilestoneThawedDecoder;
import io.clearhold.core.codec.MilestonesAgreedDecoder;
import io.clearhold.core.codec.MilestonesHeldDecoder;
import io.clearhold.core.codec.MoveAccountDecoder;
import io.clearhold.core.codec.MovementsAgedDecoder;
import io.clearhold.core.codec.OpenDisputeDecoder;
import io.clearhold.core.codec.OpenStatementDecoder;
import io.clearhold.core.codec.OutcomeResultDecoder;
import io.clearhold.core.codec.OwnMoneyUnmatchedDecoder;
import io.clearhold.core.codec.PayPaymentDecoder;
import io.clearhold.core.codec.PaymentCanceledDecoder;
import io.clearhold.core.codec.PaymentCloseRequestedDecoder;
import io.clearhold.core.codec.PaymentCreatedDecoder;
import io.clearhold.core.codec.PaymentDeclinedDecoder;
import io.clearhold.core.codec.PaymentExpiredDecoder;
import io.clearhold.core.codec.PaymentExtendedDecoder;
import io.clearhold.core.codec.PaymentHeldDecoder;
import io.clearhold.core.codec.PaymentLinkCreatedDecoder;
import io.clearhold.core.codec.PaymentLinkDeactivatedDecoder;
import io.clearhold.core.codec.PaymentLinkResultDecoder;
import io.clearhold.core.codec.PaymentLinkUpdatedDecoder;
import io.clearhold.core.codec.PaymentLinkUsedDecoder;
import io.clearhold.core.codec.PaymentPendingDecoder;
import io.clearhold.core.codec.PaymentReleasedDecoder;
import io.clearhold.core.codec.PaymentResultDecoder;
import io.clearhold.core.codec.PaymentShippedDecoder;
import io.clearhold.core.codec.PaymentUpdatedDecoder;
import io.clearhold.core.codec.PayoutCreatedDecoder;
import io.clearhold.core.codec.PayoutFailedDecoder;
import io.clearhold.core.codec.PayoutPaidDecoder;
import io.clearhold.core.codec.PayoutResultDecoder;
import io.clearhold.core.codec.PayoutReturnedDecoder;
import io.clearhold.core.codec.PayoutScheduleRanDecoder;
import io.clearhold.core.codec.PayoutScheduleSetDecoder;
import io.clearhold.core.codec.PayoutSubmittedDecoder;
import io.clearhold.core.codec.PayoutUnknownDecoder;
import io.clearhold.core.codec.PayoutsConfiguredDecoder;
import io.clearhold.core.codec.PingWebhookEndpointDecoder;
import io.clearhold.core.codec.PostStatementLineDecoder;
import io.clearhold.core.codec.PricingSetDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.RefundResultDecoder;
import io.clearhold.core.codec.RefundSucceededDecoder;
import io.clearhold.core.codec.RefusalDecoder;
import io.clearhold.core.codec.RejectApprovalDecoder;
import io.clearhold.core.codec.ReopenBreakDecoder;
import io.clearhold.core.codec.ReplayWebhooksDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.codec.ReserveReleasedDecoder;
import io.clearhold.core.codec.ReserveSetDecoder;
import io.clearhold.core.codec.ResolveBreakDecoder;
import io.clearhold.core.codec.ResolveDisputeDecoder;
import io.clearhold.core.codec.ReviewPayoutDecoder;
import io.clearhold.core.codec.RevokeKeyDecoder;
import io.clearhold.core.codec.RiskDecidedDecoder;
import io.clearhold.core.codec.RotateWebhookSecretDecoder;
import io.clearhold.core.codec.SafeguardingRestoredDecoder;
import io.clearhold.core.codec.SafeguardingResultDecoder;
import io.clearhold.core.codec.SafeguardingShortfallDecoder;
import io.clearhold.core.codec.SetLimitsDecoder;
import io.clearhold.core.codec.SetPayoutScheduleDecoder;
import io.clearhold.core.codec.SetPricingDecoder;
import io.clearhold.core.codec.SetReserveDecoder;
import io.clearhold.core.codec.SettlementReadyDecoder;
import io.clearhold.core.codec.ShipByPassedDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.codec.StatementCompletedDecoder;
import io.clearhold.core.codec.StatementLineMatchedDecoder;
import io.clearhold.core.codec.StatementLineUnexplainedDecoder;
import io.clearhold.core.codec.StatementOpenedDecoder;
import io.clearhold.core.codec.StatementResultDecoder;
import io.clearhold.core.codec.StepClockDecoder;
import io.clearhold.core.codec.TickDecoder;
import io.clearhold.core.codec.TopUpCreatedDecoder;
import io.clearhold.core.codec.TopUpDeclinedDecoder;
import io.clearhold.core.codec.TopUpFailedDecoder;
import io.clearhold.core.codec.TopUpResultDecoder;
import io.clearhold.core.codec.TopUpSucceededDecoder;
import io.clearhold.core.codec.TopUpUnmatchedDecoder;
import io.clearhold.core.codec.TransferCreatedDecoder;
import io.clearhold.core.codec.TransferResultDecoder;
import io.clearhold.core.codec.TrialBalanceResultDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.codec.UpdatePaymentDecoder;
import io.clearhold.core.codec.UpdatePaymentLinkDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointDecoder;
import io.clearhold.core.codec.UsePaymentLinkDecoder;
import io.clearhold.core.codec.WebhookEndpointCreatedDecoder;
import io.clearhold.core.codec.WebhookEndpointDeletedDecoder;
import io.clearhold.core.codec.WebhookEndpointDisabledDecoder;
import io.clearhold.core.codec.WebhookEndpointResultDecoder;
import io.clearhold.core.codec.WebhookEndpointUpdatedDecoder;
import io.clearhold.core.codec.WebhookPingedDecoder;
import io.clearhold.core.codec.WebhookReplayRequestedDecoder;
import io.clearhold.core.codec.WebhookSecretRotatedDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.sbe.MessageDecoderFlyweight;
import org.jspecify.annotations.Nullable;

/** Every message that a journal can hold, by its template id. */
final class MessageTypes {
    static final List<Class<? extends MessageDecoderFlyweight>> ALL =
            List.of(
                    ConfigureDecoder.class,
                    CreateKeyDecoder.class,
                    RevokeKeyDecoder.class,
                    CreateAccountDecoder.class,
                    UpdateAccountDecoder.class,
                    SetPricingDecoder.class,
                    SetReserveDecoder.class,
                    UpdatePaymentDecoder.class,
                    CreatePaymentLinkDecoder.class,
                    UpdatePaymentLinkDecoder.class,
                    UsePaymentLinkDecoder.class,
                    PaymentLinkResultDecoder.class,
                    PaymentUpdatedDecoder.class,
                    MilestonesAgreedDecoder.class,
                    MilestonesHeldDecoder.class,
                    MilestoneShippedDecoder.class,
                    MilestoneReleasedDecoder.class,
                    MilestoneRefundedDecoder.class,
                    MilestoneReturnedDecoder.class,
                    MilestoneFrozenDecoder.class,
                    MilestoneThawedDecoder.class,
                    MilestoneExtendedDecoder.class,
                    PaymentLinkCreatedDecoder.class,
                    PaymentLinkUpdatedDecoder.class,
                    PaymentLinkDeactivatedDecoder.class,
                    PaymentLinkUsedDecoder.class,
                    CreatePaymentDecoder.class,
                    PayPaymentDecoder.class,
                    CancelPaymentDecoder.class,
                    ShipPaymentDecoder.class,
                    ConfirmPaymentDecoder.class,
                    ExtendPaymentDecoder.class,
                    RefundPaymentDecoder.class,
                    OpenDisputeDecoder.class,
                    ActOnDisputeDecoder.class,
                    AddEvidenceDecoder.class,
                    ResolveDisputeDecoder.class,
                    DisputeResultDecoder.class,
                    DisputeOpenedDecoder.class,
                    DisputeRejectedDecoder.class,
                    DisputeReturnAgreedDecoder.class,
                    DisputeReturnShippedDecoder.class,
                    DisputeEscalatedDecoder.class,
                    DisputeAcceptedDecoder.class,
                    DisputeResolvedDecoder.class,
                    DisputeWithdrawnDecoder.class,
                    DisputeEvidenceAddedDecoder.class,
                    DisputeShrunkDecoder.class,
                    DisputeOverdueDecoder.class,
                    CreatePayoutDecoder.class,
                    CancelPayoutDecoder.class,
                    ClaimInstructionDecoder.class,
                    ReportOutcomeDecoder.class,
                    TickDecoder.class,
                    AdvanceClockDecoder.class,
                    StepClockDecoder.class,
                    HoldClockDecoder.class,
                    BeginEpochDecoder.class,
                    AcceptClockDecoder.class,
                    CreateWebhookEndpointDecoder.class,
                    UpdateWebhookEndpointDecoder.class,
                    RotateWebhookSecretDecoder.class,
                    DeleteWebhookEndpointDecoder.class,
                    PingWebhookEndpointDecoder.class,
                    ReplayWebhooksDecoder.class,
                    DisableWebhookEndpointDecoder.class,
                    GetObjectDecoder.class,
                    GetBalanceDecoder.class,
                    GetTrialBalanceDecoder.class,
                    GetHeadDecoder.class,
                    GetClockDecoder.class,
                    GetClockHoldDecoder.class,
                    GetEpochsDecoder.class,
                    GetOpenInstructionsDecoder.class,
                    RefusalDecoder.class,
                    DoneDecoder.class,
                    PaymentResultDecoder.class,
                    RefundResultDecoder.class,
                    PayoutResultDecoder.class,
                    AccountResultDecoder.class,
                    KeyResultDecoder.class,
                    ClockResultDecoder.class,
                    ClockHoldResultDecoder.class,
                    EpochsResultDecoder.class,
                    BalanceResultDecoder.class,
                    TrialBalanceResultDecoder.class,
                    HeadResultDecoder.class,
                    InstructionListDecoder.class,
                    WebhookEndpointResultDecoder.class,
                    PaymentCreatedDecoder.class,
                    PaymentPendingDecoder.class,
                    PaymentDeclinedDecoder.class,
                    PaymentHeldDecoder.class,
                    PaymentShippedDecoder.class,
                    PaymentExtendedDecoder.class,
                    PaymentReleasedDecoder.class,
                    RefundCreatedDecoder.class,
                    RefundSucceededDecoder.class,
                    RefundFailedDecoder.class,
                    PaymentCloseRequestedDecoder.class,
                    PaymentCanceledDecoder.class,
                    PaymentExpiredDecoder.class,
                    ShipByPassedDecoder.class,
                    CollectionUnmatchedDecoder.class,
                    InstructionQueuedDecoder.class,
                    InstructionClaimedDecoder.class,
                    InstructionDeferredDecoder.class,
                    InstructionAcceptedDecoder.class,
                    InstructionUnknownDecoder.class,
                    InstructionDueDecoder.class,
                    InstructionClosingDecoder.class,
                    InstructionSettledDecoder.class,
                    InstructionFailedDecoder.class,
                    InstructionReturnedDecoder.class,
                    PayoutCreatedDecoder.class,
                    PayoutSubmittedDecoder.class,
                    PayoutUnknownDecoder.class,
                    PayoutPaidDecoder.class,
                    PayoutFailedDecoder.class,
                    PayoutReturnedDecoder.class,
                    CreateTransferDecoder.class,
                    CreateTopUpDecoder.class,
                    MoveAccountDecoder.class,
                    SetLimitsDecoder.class,
                    ReviewPayoutDecoder.class,
                    GetLimitsDecoder.class,
                    LimitsResultDecoder.class,
                    LimitsSetDecoder.class,
                    LimitsUsedDecoder.class,
                    RiskDecidedDecoder.class,
                    SetPayoutScheduleDecoder.class,
                    ConfigurePayoutsDecoder.class,
                    PayoutScheduleSetDecoder.class,
                    PayoutScheduleRanDecoder.class,
                    PayoutsConfiguredDecoder.class,
                    TransferResultDecoder.class,
                    TopUpResultDecoder.class,
                    TransferCreatedDecoder.class,
                    TopUpCreatedDecoder.class,
                    TopUpSucceededDecoder.class,
                    TopUpDeclinedDecoder.class,
                    TopUpFailedDecoder.class,
                    TopUpUnmatchedDecoder.class,
                    AccountFrozenDecoder.class,
                    AccountUnfrozenDecoder.class,
                    AccountClosedDecoder.class,
                    ConfiguredDecoder.class,
                    KeyCreatedDecoder.class,
                    KeyRevokedDecoder.class,
                    AccountCreatedDecoder.class,
                    AccountUpdatedDecoder.class,
                    PricingSetDecoder.class,
                    ReserveSetDecoder.class,
                    AddChargebackEvidenceDecoder.class,
                    AcceptChargebackDecoder.class,
                    ChargebackResultDecoder.class,
                    ChargebackOpenedDecoder.class,
                    ChargebackEvidenceAddedDecoder.class,
                    ChargebackAcceptedDecoder.class,
                    ChargebackLostDecoder.class,
                    ChargebackWonDecoder.class,
                    ReserveReleasedDecoder.class,
                    ClockTargetSetDecoder.class,
                    ClockSteppedDecoder.class,
                    ClockHeldDecoder.class,
                    EpochBegunDecoder.class,
                    ClockAcceptedDecoder.class,
                    OpenStatementDecoder.class,
                    PostStatementLineDecoder.class,
                    CompleteStatementDecoder.class,
                    AgeMovementsDecoder.class,
                    FindOutcomeDecoder.class,
                    GetSafeguardingDecoder.class,
                    LineResultDecoder.class,
                    StatementResultDecoder.class,
                    AgeResultDecoder.class,
                    OutcomeResultDecoder.class,
                    SafeguardingResultDecoder.class,
                    BreakResultDecoder.class,
                    StatementLineMatchedDecoder.class,
                    StatementLineUnexplainedDecoder.class,
                    BreakOpenedDecoder.class,
                    BreakResolvedDecoder.class,
                    StatementOpenedDecoder.class,
                    StatementCompletedDecoder.class,
                    MovementsAgedDecoder.class,
                    DayCutDecoder.class,
                    SafeguardingShortfallDecoder.class,
                    SafeguardingRestoredDecoder.class,
                    SettlementReadyDecoder.class,
                    ApproveApprovalDecoder.class,
                    RejectApprovalDecoder.class,
                    ApprovalResultDecoder.class,
                    ApprovalProposedDecoder.class,
                    ApprovalApprovedDecoder.class,
                    ApprovalRejectedDecoder.class,
                    ApprovalExpiredDecoder.class,
                    ApprovalFailedDecoder.class,
                    AdjustLedgerDecoder.class,
                    LedgerAdjustedDecoder.class,
                    AdjustmentUndoneDecoder.class,
                    OwnMoneyUnmatchedDecoder.class,
                    AssignBreakDecoder.class,
                    ResolveBreakDecoder.class,
                    ReopenBreakDecoder.class,
                    BreakTreatedDecoder.class,
                    BreakReopenedDecoder.class,
                    BreakAssignedDecoder.class,
                    WebhookEndpointCreatedDecoder.class,
                    WebhookEndpointUpdatedDecoder.class,
                    WebhookSecretRotatedDecoder.class,
                    WebhookEndpointDeletedDecoder.class,
                    WebhookEndpointDisabledDecoder.class,
                    WebhookPingedDecoder.class,
                    WebhookReplayRequestedDecoder.class);

    private final Map<Integer, MessageType> byTemplateId = new HashMap<>();

    MessageTypes() {
        for (Class<? extends MessageDecoderFlyweight> decoder : ALL) {
            MessageType type = new MessageType(decoder);
            byTemplateId.put(type.templateId(), type);
        }
    }

    /** Null for a template id that this version does not know. */
    @Nullable MessageType find(int templateId) {
        return byTemplateId.get(templateId);
    }
}
