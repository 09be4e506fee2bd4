package io.clearhold.ledger.machine;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.AcceptChargebackDecoder;
import io.clearhold.core.codec.AcceptClockDecoder;
import io.clearhold.core.codec.ActOnDisputeDecoder;
import io.clearhold.core.codec.AddChargebackEvidenceDecoder;
import io.clearhold.core.codec.AddEvidenceDecoder;
import io.clearhold.core.codec.AdjustLedgerDecoder;
import io.clearhold.core.codec.AdvanceClockDecoder;
import io.clearhold.core.codec.AgeMovementsDecoder;
import io.clearhold.core.codec.ApproveApprovalDecoder;
import io.clearhold.core.codec.AssignBreakDecoder;
import io.clearhold.core.codec.BeginEpochDecoder;
import io.clearhold.core.codec.CancelPaymentDecoder;
import io.clearhold.core.codec.CancelPayoutDecoder;
import io.clearhold.core.codec.ClaimInstructionDecoder;
import io.clearhold.core.codec.CompleteStatementDecoder;
import io.clearhold.core.codec.ConfigureDecoder;
import io.clearhold.core.codec.ConfigurePayoutsDecoder;
import io.clearhold.core.codec.ConfirmPaymentDecoder;
import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreateKeyDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePaymentLinkDecoder;
import io.clearhold.core.codec.CreatePayoutDecoder;
import io.clearhold.core.codec.CreateTopUpDecoder;
import io.clearhold.core.codec.CreateTransferDecoder;
import io.clearhold.core.codec.CreateWebhookEndpointDecoder;
import io.clearhold.core.codec.DeleteWebhookEndpointDecoder;
import io.clearhold.core.codec.DisableWebhookEndpointDecoder;
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
import io.clearhold.core.codec.HoldClockDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.MoveAccountDecoder;
import io.clearhold.core.codec.OpenDisputeDecoder;
import io.clearhold.core.codec.OpenStatementDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.PayPaymentDecoder;
import io.clearhold.core.codec.PingWebhookEndpointDecoder;
import io.clearhold.core.codec.PostStatementLineDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.RejectApprovalDecoder;
import io.clearhold.core.codec.ReopenBreakDecoder;
import io.clearhold.core.codec.ReplayWebhooksDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.codec.ResolveBreakDecoder;
import io.clearhold.core.codec.ResolveDisputeDecoder;
import io.clearhold.core.codec.ReviewPayoutDecoder;
import io.clearhold.core.codec.RevokeKeyDecoder;
import io.clearhold.core.codec.RotateWebhookSecretDecoder;
import io.clearhold.core.codec.SetLimitsDecoder;
import io.clearhold.core.codec.SetPayoutScheduleDecoder;
import io.clearhold.core.codec.SetPricingDecoder;
import io.clearhold.core.codec.SetReserveDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.codec.StepClockDecoder;
import io.clearhold.core.codec.TickDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.codec.UpdatePaymentDecoder;
import io.clearhold.core.codec.UpdatePaymentLinkDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointDecoder;
import io.clearhold.core.codec.UsePaymentLinkDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.core.lifecycle.RiskAction;
import io.clearhold.core.lifecycle.RiskOperation;
import io.clearhold.core.lifecycle.RiskRule;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.money.Amounts;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.StatementFormat;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.ScheduleTable;
import io.clearhold.ledger.state.Settings;
import java.util.function.ToIntFunction;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The forms of all commands and queries: the one place that says which codes and numbers the engine
 * can read. What does not fit is refused before it is looked up, decided or remembered, so that a
 * gateway or driver that errs can neither stop the writer nor get nonsense into the journal.
 * Recorded frames are not checked again: they were, when they were written.
 */
final class MessageForms {
    private static final int SCHEMA_ID = MessageHeaderDecoder.SCHEMA_ID;
    private static final int SCHEMA_VERSION = MessageHeaderDecoder.SCHEMA_VERSION;
    private static final int HIGHEST_TEMPLATE = 149;
    private static final int OFFSET_OF_ROLE =
            MessageHeaderDecoder.ENCODED_LENGTH + OriginDecoder.roleEncodingOffset();

    /** The kinds of accounts that a withdrawal comes from; 0 for what is none. */
    private static final long WITHDRAWN_FROM =
            1L | 1L << AccountKind.OWN_FUNDS.code() | 1L << AccountKind.FEES.code();

    private static final long LARGEST = Long.MAX_VALUE;

    /** Times and waits in milliseconds: some 280,000 years, so that sums of a few still fit. */
    private static final long FURTHEST_MS = 1L << 53;

    /** Days since 1970, up to the year 2999. */
    private static final long LAST_DAY = 376_200;

    /** Ten years. */
    private static final int MOST_RESERVE_DAYS = 3653;

    private static final long ROLES = codes(Role.values(), Role::code);
    private static final long SHARE_KINDS = codes(ShareKind.values(), ShareKind::code);
    private static final long MODES = codes(PaymentMode.values(), PaymentMode::code);
    private static final long LIMIT_OWNERS =
            (1L << IdKind.ACCOUNT.code()) | (1L << IdKind.KEY.code());
    private static final long METHOD_KINDS = codes(MethodKind.values(), MethodKind::code);
    private static final long DISPUTE_ACTIONS =
            codes(
                    new DisputeTrigger[] {
                        DisputeTrigger.ACCEPT,
                        DisputeTrigger.AGREE_RETURN,
                        DisputeTrigger.REJECT,
                        DisputeTrigger.ESCALATE,
                        DisputeTrigger.WITHDRAW,
                        DisputeTrigger.RETURN,
                        DisputeTrigger.RETURN_RECEIVED
                    },
                    DisputeTrigger::code);
    private static final long REASONS = codes(FailureReason.values(), FailureReason::code);

    private final @Nullable MessageForm[] forms = new MessageForm[HIGHEST_TEMPLATE + 1];
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ReportOutcomeDecoder report = new ReportOutcomeDecoder();

    MessageForms() {
        registry();
        payments();
        terms();
        disputes();
        banks();
        wallets();
        webhooks();
        statements();
        fourEyes();
        queries();
    }

    /**
     * What is wrong with a message: OK, {@link ResultCode#UNKNOWN_COMMAND}, or {@link
     * ResultCode#INVALID_COMMAND}.
     */
    ResultCode check(DirectBuffer buffer, int offset, int length) {
        if (length < MessageHeaderDecoder.ENCODED_LENGTH + OriginDecoder.ENCODED_LENGTH) {
            return ResultCode.INVALID_COMMAND;
        }
        header.wrap(buffer, offset);
        int template = header.templateId();
        if (header.schemaId() != SCHEMA_ID || template > HIGHEST_TEMPLATE) {
            return ResultCode.UNKNOWN_COMMAND;
        }
        MessageForm form = forms[template];
        if (form == null) {
            // Whoever decides it, if anybody does, says so.
            return ResultCode.OK;
        }
        boolean fits =
                header.version() <= SCHEMA_VERSION
                        && isIn(ROLES, buffer.getByte(offset + OFFSET_OF_ROLE) & 0xff)
                        && form.fits(header, buffer, offset, length);
        boolean readable =
                fits && (template != ReportOutcomeDecoder.TEMPLATE_ID || says(buffer, offset));
        return readable ? ResultCode.OK : ResultCode.INVALID_COMMAND;
    }

    /** The amount of an outcome that is no money is the number of a reason. */
    private boolean says(DirectBuffer buffer, int offset) {
        report.wrapAndApplyHeader(buffer, offset, header);
        return switch (BankOutcome.of(report.outcome())) {
            case REJECTED, UNKNOWN -> isIn(REASONS, report.amount());
            case ACCEPTED, PENDING, NOT_SENT, NOT_FOUND, CLOSED, SETTLED, RETURNED, CHARGED_BACK ->
                    true;
        };
    }

    private void registry() {
        MessageForm configure = form(ConfigureDecoder.TEMPLATE_ID, ConfigureDecoder.BLOCK_LENGTH);
        configure
                .root()
                .code(
                        ConfigureDecoder.modeEncodingOffset(),
                        codes(ServerMode.values(), ServerMode::code))
                .byteIn(ConfigureDecoder.shardEncodingOffset(), 0, ObjectId.MAX_SHARD)
                .longIn(ConfigureDecoder.payByDefaultMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.shipByDefaultMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.autoConfirmDefaultSecondsEncodingOffset(), 0, LARGEST)
                .longIn(ConfigureDecoder.idempotencyRetentionMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeOpenMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeRejectedMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeReturnAgreedMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeReturnShippedMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.disputeEscalatedMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(ConfigureDecoder.awardWithoutApprovalEncodingOffset(), 0, LARGEST);
        configure
                .group(ConfigureDecoder.CurrenciesDecoder.sbeBlockLength())
                .shortIn(
                        ConfigureDecoder.CurrenciesDecoder.currencyEncodingOffset(),
                        1,
                        Settings.MAX_CURRENCY - 1)
                .byteIn(ConfigureDecoder.CurrenciesDecoder.exponentEncodingOffset(), 0, 18);
        configure
                .group(ConfigureDecoder.ChannelsDecoder.sbeBlockLength())
                .byteIn(ConfigureDecoder.ChannelsDecoder.channelEncodingOffset(), 1, 255)
                .longIn(
                        ConfigureDecoder.ChannelsDecoder.visibilityWindowMsEncodingOffset(),
                        0,
                        FURTHEST_MS);
        configure
                .group(ConfigureDecoder.LadderDecoder.sbeBlockLength(), 1)
                .longIn(ConfigureDecoder.LadderDecoder.delayMsEncodingOffset(), 0, FURTHEST_MS);
        configure.withText();
        form(CreateKeyDecoder.TEMPLATE_ID, CreateKeyDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(CreateKeyDecoder.roleEncodingOffset(), ROLES);
        form(RevokeKeyDecoder.TEMPLATE_ID, RevokeKeyDecoder.BLOCK_LENGTH);
        form(CreateAccountDecoder.TEMPLATE_ID, CreateAccountDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        CreateAccountDecoder.typeEncodingOffset(),
                        codes(AccountType.values(), AccountType::code))
                .flag(CreateAccountDecoder.hasBankAccountEncodingOffset());
        form(UpdateAccountDecoder.TEMPLATE_ID, UpdateAccountDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .flag(UpdateAccountDecoder.hasBankAccountEncodingOffset());
        form(AddChargebackEvidenceDecoder.TEMPLATE_ID, AddChargebackEvidenceDecoder.BLOCK_LENGTH)
                .withText();
        form(AcceptChargebackDecoder.TEMPLATE_ID, AcceptChargebackDecoder.BLOCK_LENGTH);
        form(SetReserveDecoder.TEMPLATE_ID, SetReserveDecoder.BLOCK_LENGTH)
                .root()
                .shortIn(SetReserveDecoder.bpsEncodingOffset(), 0, Amounts.BPS_WHOLE)
                .shortIn(SetReserveDecoder.daysEncodingOffset(), 0, MOST_RESERVE_DAYS);
        form(SetPricingDecoder.TEMPLATE_ID, SetPricingDecoder.BLOCK_LENGTH)
                .root()
                .code(SetPricingDecoder.feeKindEncodingOffset(), SHARE_KINDS)
                .longIn(SetPricingDecoder.feeValueEncodingOffset(), 0, LARGEST)
                .longIn(SetPricingDecoder.feeMinEncodingOffset(), 0, LARGEST)
                .longIn(SetPricingDecoder.feeMaxEncodingOffset(), 0, LARGEST);
    }

    private void payments() {
        MessageForm create =
                form(CreatePaymentDecoder.TEMPLATE_ID, CreatePaymentDecoder.BLOCK_LENGTH);
        create.root()
                .longIn(CreatePaymentDecoder.amountEncodingOffset(), 1, LARGEST)
                .code(CreatePaymentDecoder.modeEncodingOffset(), MODES)
                .longIn(CreatePaymentDecoder.payByMsEncodingOffset(), -FURTHEST_MS, FURTHEST_MS)
                .longIn(CreatePaymentDecoder.shipByMsEncodingOffset(), -FURTHEST_MS, FURTHEST_MS)
                .flag(CreatePaymentDecoder.autoRefundEncodingOffset())
                .longIn(CreatePaymentDecoder.autoConfirmAfterSecondsEncodingOffset(), -1, LARGEST)
                .code(CreatePaymentDecoder.feeKindEncodingOffset(), SHARE_KINDS)
                .longIn(CreatePaymentDecoder.feeValueEncodingOffset(), 0, LARGEST)
                .longIn(CreatePaymentDecoder.feeMinEncodingOffset(), 0, LARGEST)
                .longIn(CreatePaymentDecoder.feeMaxEncodingOffset(), 0, LARGEST)
                .code(CreatePaymentDecoder.methodKindEncodingOffset(), METHOD_KINDS);
        create.group(CreatePaymentDecoder.SplitsDecoder.sbeBlockLength())
                .code(CreatePaymentDecoder.SplitsDecoder.kindEncodingOffset(), SHARE_KINDS)
                .longIn(CreatePaymentDecoder.SplitsDecoder.valueEncodingOffset(), 0, LARGEST);
        create.group(CreatePaymentDecoder.MilestonesDecoder.sbeBlockLength())
                .longIn(CreatePaymentDecoder.MilestonesDecoder.amountEncodingOffset(), 1, LARGEST);
        create.withText();
        form(PayPaymentDecoder.TEMPLATE_ID, PayPaymentDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        PayPaymentDecoder.methodKindEncodingOffset(),
                        METHOD_KINDS & ~(1L << MethodKind.NONE.code()));
        form(CancelPaymentDecoder.TEMPLATE_ID, CancelPaymentDecoder.BLOCK_LENGTH);
        form(ShipPaymentDecoder.TEMPLATE_ID, ShipPaymentDecoder.BLOCK_LENGTH).withText();
        form(ConfirmPaymentDecoder.TEMPLATE_ID, ConfirmPaymentDecoder.BLOCK_LENGTH)
                .root()
                .longIn(ConfirmPaymentDecoder.amountEncodingOffset(), 0, LARGEST);
        form(ExtendPaymentDecoder.TEMPLATE_ID, ExtendPaymentDecoder.BLOCK_LENGTH)
                .root()
                .longIn(ExtendPaymentDecoder.secondsEncodingOffset(), 0, LARGEST);
        form(RefundPaymentDecoder.TEMPLATE_ID, RefundPaymentDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(RefundPaymentDecoder.amountEncodingOffset(), 0, LARGEST)
                .flag(RefundPaymentDecoder.refundFeeEncodingOffset());
        form(CreatePayoutDecoder.TEMPLATE_ID, CreatePayoutDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(CreatePayoutDecoder.amountEncodingOffset(), 1, LARGEST)
                .flag(CreatePayoutDecoder.hasDestinationEncodingOffset());
        form(CancelPayoutDecoder.TEMPLATE_ID, CancelPayoutDecoder.BLOCK_LENGTH);
    }

    private void terms() {
        MessageForm update =
                form(UpdatePaymentDecoder.TEMPLATE_ID, UpdatePaymentDecoder.BLOCK_LENGTH);
        update.root()
                .shortIn(UpdatePaymentDecoder.givenEncodingOffset(), 0, PaymentUpdates.ALL)
                .longIn(UpdatePaymentDecoder.amountEncodingOffset(), 0, LARGEST)
                .longIn(UpdatePaymentDecoder.payByMsEncodingOffset(), -FURTHEST_MS, FURTHEST_MS)
                .longIn(UpdatePaymentDecoder.shipByMsEncodingOffset(), -FURTHEST_MS, FURTHEST_MS)
                .flag(UpdatePaymentDecoder.autoRefundEncodingOffset())
                .longIn(UpdatePaymentDecoder.autoConfirmAfterSecondsEncodingOffset(), -1, LARGEST)
                .code(UpdatePaymentDecoder.feeKindEncodingOffset(), SHARE_KINDS)
                .longIn(UpdatePaymentDecoder.feeValueEncodingOffset(), 0, LARGEST)
                .longIn(UpdatePaymentDecoder.feeMinEncodingOffset(), 0, LARGEST)
                .longIn(UpdatePaymentDecoder.feeMaxEncodingOffset(), 0, LARGEST);
        update.group(UpdatePaymentDecoder.SplitsDecoder.sbeBlockLength())
                .code(UpdatePaymentDecoder.SplitsDecoder.kindEncodingOffset(), SHARE_KINDS)
                .longIn(UpdatePaymentDecoder.SplitsDecoder.valueEncodingOffset(), 0, LARGEST);
        update.group(UpdatePaymentDecoder.MilestonesDecoder.sbeBlockLength())
                .longIn(UpdatePaymentDecoder.MilestonesDecoder.amountEncodingOffset(), 1, LARGEST);
        update.withText();
        MessageForm link =
                form(CreatePaymentLinkDecoder.TEMPLATE_ID, CreatePaymentLinkDecoder.BLOCK_LENGTH);
        link.root()
                .longIn(CreatePaymentLinkDecoder.amountEncodingOffset(), 1, LARGEST)
                .code(CreatePaymentLinkDecoder.modeEncodingOffset(), MODES)
                .longIn(CreatePaymentLinkDecoder.payWithinSecondsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(CreatePaymentLinkDecoder.shipWithinSecondsEncodingOffset(), 0, FURTHEST_MS)
                .flag(CreatePaymentLinkDecoder.autoRefundEncodingOffset())
                .longIn(
                        CreatePaymentLinkDecoder.autoConfirmAfterSecondsEncodingOffset(),
                        -1,
                        LARGEST)
                .longIn(CreatePaymentLinkDecoder.maxUsesEncodingOffset(), 0, LARGEST)
                .longIn(CreatePaymentLinkDecoder.expiresAtMsEncodingOffset(), 0, FURTHEST_MS)
                .code(CreatePaymentLinkDecoder.feeKindEncodingOffset(), SHARE_KINDS)
                .longIn(CreatePaymentLinkDecoder.feeValueEncodingOffset(), 0, LARGEST)
                .longIn(CreatePaymentLinkDecoder.feeMinEncodingOffset(), 0, LARGEST)
                .longIn(CreatePaymentLinkDecoder.feeMaxEncodingOffset(), 0, LARGEST);
        link.group(CreatePaymentLinkDecoder.SplitsDecoder.sbeBlockLength())
                .code(CreatePaymentLinkDecoder.SplitsDecoder.kindEncodingOffset(), SHARE_KINDS)
                .longIn(CreatePaymentLinkDecoder.SplitsDecoder.valueEncodingOffset(), 0, LARGEST);
        link.group(CreatePaymentLinkDecoder.MilestonesDecoder.sbeBlockLength())
                .longIn(
                        CreatePaymentLinkDecoder.MilestonesDecoder.amountEncodingOffset(),
                        1,
                        LARGEST);
        link.withText();
        form(UpdatePaymentLinkDecoder.TEMPLATE_ID, UpdatePaymentLinkDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .flag(UpdatePaymentLinkDecoder.activeEncodingOffset())
                .longIn(UpdatePaymentLinkDecoder.maxUsesEncodingOffset(), 0, LARGEST)
                .longIn(UpdatePaymentLinkDecoder.expiresAtMsEncodingOffset(), 0, FURTHEST_MS);
        form(UsePaymentLinkDecoder.TEMPLATE_ID, UsePaymentLinkDecoder.BLOCK_LENGTH).withText();
    }

    private void disputes() {
        form(OpenDisputeDecoder.TEMPLATE_ID, OpenDisputeDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(OpenDisputeDecoder.amountEncodingOffset(), 0, LARGEST)
                .flag(OpenDisputeDecoder.hasEvidenceEncodingOffset());
        form(ActOnDisputeDecoder.TEMPLATE_ID, ActOnDisputeDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(ActOnDisputeDecoder.actionEncodingOffset(), DISPUTE_ACTIONS);
        form(AddEvidenceDecoder.TEMPLATE_ID, AddEvidenceDecoder.BLOCK_LENGTH).withText();
        form(ResolveDisputeDecoder.TEMPLATE_ID, ResolveDisputeDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(ResolveDisputeDecoder.buyerAmountEncodingOffset(), 0, LARGEST)
                .longIn(ResolveDisputeDecoder.sellerAmountEncodingOffset(), 0, LARGEST);
    }

    private void banks() {
        form(ClaimInstructionDecoder.TEMPLATE_ID, ClaimInstructionDecoder.BLOCK_LENGTH);
        form(ReportOutcomeDecoder.TEMPLATE_ID, ReportOutcomeDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        ReportOutcomeDecoder.outcomeEncodingOffset(),
                        codes(BankOutcome.values(), BankOutcome::code))
                .code(
                        ReportOutcomeDecoder.evidenceEncodingOffset(),
                        codes(Evidence.values(), Evidence::code))
                .longIn(ReportOutcomeDecoder.costEncodingOffset(), 0, LARGEST);
        form(TickDecoder.TEMPLATE_ID, TickDecoder.BLOCK_LENGTH);
        form(AdvanceClockDecoder.TEMPLATE_ID, AdvanceClockDecoder.BLOCK_LENGTH)
                .root()
                .longIn(AdvanceClockDecoder.advanceMsEncodingOffset(), 0, LARGEST);
        form(StepClockDecoder.TEMPLATE_ID, StepClockDecoder.BLOCK_LENGTH)
                .root()
                .longIn(StepClockDecoder.toMsEncodingOffset(), 0, LARGEST);
        form(HoldClockDecoder.TEMPLATE_ID, HoldClockDecoder.BLOCK_LENGTH)
                .root()
                .code(
                        HoldClockDecoder.reasonEncodingOffset(),
                        codes(ClockDoubt.values(), ClockDoubt::code))
                .longIn(HoldClockDecoder.wallMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(HoldClockDecoder.plainMsEncodingOffset(), 0, FURTHEST_MS)
                .longIn(HoldClockDecoder.downMsEncodingOffset(), 0, FURTHEST_MS);
        form(AcceptClockDecoder.TEMPLATE_ID, AcceptClockDecoder.BLOCK_LENGTH).withText();
        form(BeginEpochDecoder.TEMPLATE_ID, BeginEpochDecoder.BLOCK_LENGTH)
                .root()
                .byteIn(BeginEpochDecoder.epochEncodingOffset(), 1, ObjectId.MAX_EPOCH);
    }

    private void wallets() {
        form(CreateTransferDecoder.TEMPLATE_ID, CreateTransferDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(CreateTransferDecoder.amountEncodingOffset(), 1, LARGEST);
        form(CreateTopUpDecoder.TEMPLATE_ID, CreateTopUpDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(CreateTopUpDecoder.amountEncodingOffset(), 1, LARGEST);
        form(SetPayoutScheduleDecoder.TEMPLATE_ID, SetPayoutScheduleDecoder.BLOCK_LENGTH)
                .root()
                .code(
                        SetPayoutScheduleDecoder.intervalEncodingOffset(),
                        codes(PayoutInterval.values(), PayoutInterval::code))
                .byteIn(
                        SetPayoutScheduleDecoder.delayDaysEncodingOffset(),
                        0,
                        ScheduleTable.MARKS - 1)
                .longIn(SetPayoutScheduleDecoder.minimumEncodingOffset(), 0, LARGEST);
        MessageForm configure =
                form(ConfigurePayoutsDecoder.TEMPLATE_ID, ConfigurePayoutsDecoder.BLOCK_LENGTH);
        configure
                .root()
                .flag(ConfigurePayoutsDecoder.requireSettledEncodingOffset())
                .longIn(ConfigurePayoutsDecoder.coolOffMsEncodingOffset(), 0, FURTHEST_MS)
                .byteIn(ConfigurePayoutsDecoder.channelEncodingOffset(), 1, 255)
                .byteIn(ConfigurePayoutsDecoder.weekendEncodingOffset(), 0, 127)
                .shortIn(ConfigurePayoutsDecoder.cutOffMinuteEncodingOffset(), 0, 1439);
        configure
                .group(ConfigurePayoutsDecoder.DaysDecoder.sbeBlockLength())
                .intIn(ConfigurePayoutsDecoder.DaysDecoder.dayEncodingOffset(), 0, LAST_DAY)
                .flag(ConfigurePayoutsDecoder.DaysDecoder.workingEncodingOffset());
        MessageForm limits = form(SetLimitsDecoder.TEMPLATE_ID, SetLimitsDecoder.BLOCK_LENGTH);
        limits.root().code(SetLimitsDecoder.ownerKindEncodingOffset(), LIMIT_OWNERS);
        limits.group(SetLimitsDecoder.RulesDecoder.sbeBlockLength())
                .code(
                        SetLimitsDecoder.RulesDecoder.operationEncodingOffset(),
                        codes(RiskOperation.values(), RiskOperation::code))
                .code(
                        SetLimitsDecoder.RulesDecoder.kindEncodingOffset(),
                        codes(RiskRule.values(), RiskRule::code))
                .byteIn(
                        SetLimitsDecoder.RulesDecoder.actionEncodingOffset(),
                        RiskAction.FLAG.code(),
                        RiskAction.REFUSE.code())
                .longIn(SetLimitsDecoder.RulesDecoder.windowMsEncodingOffset(), 0, FURTHEST_MS);
        limits.withText();
        form(ReviewPayoutDecoder.TEMPLATE_ID, ReviewPayoutDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .flag(ReviewPayoutDecoder.releasedEncodingOffset());
        form(GetLimitsDecoder.TEMPLATE_ID, GetLimitsDecoder.BLOCK_LENGTH)
                .root()
                .code(GetLimitsDecoder.ownerKindEncodingOffset(), LIMIT_OWNERS);
        form(MoveAccountDecoder.TEMPLATE_ID, MoveAccountDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        MoveAccountDecoder.triggerEncodingOffset(),
                        codes(AccountTrigger.values(), AccountTrigger::code));
    }

    private void webhooks() {
        form(CreateWebhookEndpointDecoder.TEMPLATE_ID, CreateWebhookEndpointDecoder.BLOCK_LENGTH)
                .withText();
        form(UpdateWebhookEndpointDecoder.TEMPLATE_ID, UpdateWebhookEndpointDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .flag(UpdateWebhookEndpointDecoder.disabledEncodingOffset());
        form(RotateWebhookSecretDecoder.TEMPLATE_ID, RotateWebhookSecretDecoder.BLOCK_LENGTH);
        form(DeleteWebhookEndpointDecoder.TEMPLATE_ID, DeleteWebhookEndpointDecoder.BLOCK_LENGTH);
        form(PingWebhookEndpointDecoder.TEMPLATE_ID, PingWebhookEndpointDecoder.BLOCK_LENGTH);
        form(ReplayWebhooksDecoder.TEMPLATE_ID, ReplayWebhooksDecoder.BLOCK_LENGTH);
        form(DisableWebhookEndpointDecoder.TEMPLATE_ID, DisableWebhookEndpointDecoder.BLOCK_LENGTH);
    }

    private void statements() {
        form(OpenStatementDecoder.TEMPLATE_ID, OpenStatementDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        OpenStatementDecoder.formatEncodingOffset(),
                        codes(StatementFormat.values(), StatementFormat::code));
        form(PostStatementLineDecoder.TEMPLATE_ID, PostStatementLineDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .longIn(PostStatementLineDecoder.lineEncodingOffset(), 0, LARGEST)
                .longIn(PostStatementLineDecoder.contentEncodingOffset(), 0, LARGEST)
                .code(
                        PostStatementLineDecoder.sideEncodingOffset(),
                        codes(EntrySide.values(), EntrySide::code))
                .intIn(PostStatementLineDecoder.statementDayEncodingOffset(), 0, LAST_DAY);
        MessageForm complete =
                form(CompleteStatementDecoder.TEMPLATE_ID, CompleteStatementDecoder.BLOCK_LENGTH);
        complete.root()
                .longIn(CompleteStatementDecoder.linesEncodingOffset(), 0, FURTHEST_MS)
                .longIn(CompleteStatementDecoder.duplicatesEncodingOffset(), 0, FURTHEST_MS)
                .longIn(CompleteStatementDecoder.quarantinedEncodingOffset(), 0, FURTHEST_MS);
        complete.group(CompleteStatementDecoder.DaysDecoder.sbeBlockLength())
                .intIn(CompleteStatementDecoder.DaysDecoder.dayEncodingOffset(), 0, LAST_DAY)
                .flag(CompleteStatementDecoder.DaysDecoder.completeEncodingOffset());
        complete.withText();
        form(AgeMovementsDecoder.TEMPLATE_ID, AgeMovementsDecoder.BLOCK_LENGTH);
    }

    private void fourEyes() {
        form(ApproveApprovalDecoder.TEMPLATE_ID, ApproveApprovalDecoder.BLOCK_LENGTH).withText();
        form(RejectApprovalDecoder.TEMPLATE_ID, RejectApprovalDecoder.BLOCK_LENGTH).withText();
        form(AssignBreakDecoder.TEMPLATE_ID, AssignBreakDecoder.BLOCK_LENGTH).withText();
        form(ReopenBreakDecoder.TEMPLATE_ID, ReopenBreakDecoder.BLOCK_LENGTH).withText();
        form(ResolveBreakDecoder.TEMPLATE_ID, ResolveBreakDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        ResolveBreakDecoder.actionEncodingOffset(),
                        codes(BreakAction.values(), BreakAction::code))
                .longIn(ResolveBreakDecoder.amountEncodingOffset(), 0, LARGEST);
        form(AdjustLedgerDecoder.TEMPLATE_ID, AdjustLedgerDecoder.BLOCK_LENGTH)
                .withText()
                .root()
                .code(
                        AdjustLedgerDecoder.typeEncodingOffset(),
                        codes(AdjustmentType.values(), AdjustmentType::code))
                .code(AdjustLedgerDecoder.sourceEncodingOffset(), WITHDRAWN_FROM)
                .longIn(AdjustLedgerDecoder.amountEncodingOffset(), 1, LARGEST);
    }

    private void queries() {
        form(GetObjectDecoder.TEMPLATE_ID, GetObjectDecoder.BLOCK_LENGTH)
                .root()
                .code(GetObjectDecoder.kindEncodingOffset(), codes(IdKind.values(), IdKind::code));
        form(GetBalanceDecoder.TEMPLATE_ID, GetBalanceDecoder.BLOCK_LENGTH);
        form(GetTrialBalanceDecoder.TEMPLATE_ID, GetTrialBalanceDecoder.BLOCK_LENGTH);
        form(GetHeadDecoder.TEMPLATE_ID, GetHeadDecoder.BLOCK_LENGTH);
        form(GetClockDecoder.TEMPLATE_ID, GetClockDecoder.BLOCK_LENGTH);
        form(GetEpochsDecoder.TEMPLATE_ID, GetEpochsDecoder.BLOCK_LENGTH);
        form(GetClockHoldDecoder.TEMPLATE_ID, GetClockHoldDecoder.BLOCK_LENGTH);
        form(GetOpenInstructionsDecoder.TEMPLATE_ID, GetOpenInstructionsDecoder.BLOCK_LENGTH);
        form(FindOutcomeDecoder.TEMPLATE_ID, FindOutcomeDecoder.BLOCK_LENGTH);
        form(GetSafeguardingDecoder.TEMPLATE_ID, GetSafeguardingDecoder.BLOCK_LENGTH);
    }

    /** Whether a template is among them. */
    boolean has(int template) {
        return forms[template] != null;
    }

    private MessageForm form(int template, int blockLength) {
        MessageForm form = new MessageForm(blockLength);
        forms[template] = form;
        return form;
    }

    private static boolean isIn(long codes, long code) {
        return code >= 0 && code < Long.SIZE && (codes >>> code & 1) != 0;
    }

    /** The bits of all codes of a type. */
    private static <E extends Enum<E>> long codes(E[] values, ToIntFunction<E> code) {
        long bits = 0;
        for (E value : values) {
            int number = code.applyAsInt(value);
            if (number < 0 || number >= Long.SIZE) {
                throw new IllegalStateException("a mask has no room for the code of " + value);
            }
            bits |= 1L << number;
        }
        return bits;
    }
}
