package io.clearhold.ledger.machine;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.codec.AdjustLedgerDecoder;
import io.clearhold.core.codec.ApproveApprovalDecoder;
import io.clearhold.core.codec.AssignBreakDecoder;
import io.clearhold.core.codec.CreateWebhookEndpointDecoder;
import io.clearhold.core.codec.DeleteWebhookEndpointDecoder;
import io.clearhold.core.codec.DisableWebhookEndpointDecoder;
import io.clearhold.core.codec.FindOutcomeDecoder;
import io.clearhold.core.codec.GetBalanceDecoder;
import io.clearhold.core.codec.GetClockDecoder;
import io.clearhold.core.codec.GetClockHoldDecoder;
import io.clearhold.core.codec.GetEpochsDecoder;
import io.clearhold.core.codec.GetHeadDecoder;
import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.GetOpenInstructionsDecoder;
import io.clearhold.core.codec.GetSafeguardingDecoder;
import io.clearhold.core.codec.GetTrialBalanceDecoder;
import io.clearhold.core.codec.PingWebhookEndpointDecoder;
import io.clearhold.core.codec.RejectApprovalDecoder;
import io.clearhold.core.codec.ReopenBreakDecoder;
import io.clearhold.core.codec.ReplayWebhooksDecoder;
import io.clearhold.core.codec.ResolveBreakDecoder;
import io.clearhold.core.codec.RotateWebhookSecretDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.proof.BreakAction;
import org.jspecify.annotations.Nullable;

/** The forms of commands about endpoints, approvals and breaks, and of queries. */
final class StaffForms extends AreaForms {
    /** The kinds of accounts that a withdrawal comes from; 0 for what is none. */
    private static final long WITHDRAWN_FROM =
            1L | 1L << AccountKind.OWN_FUNDS.code() | 1L << AccountKind.FEES.code();

    StaffForms(@Nullable MessageForm[] forms) {
        super(forms);
    }

    @Override
    void add() {
        webhooks();
        fourEyes();
        queries();
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
}
