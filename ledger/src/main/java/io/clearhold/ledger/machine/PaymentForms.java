package io.clearhold.ledger.machine;

import io.clearhold.core.codec.ActOnDisputeDecoder;
import io.clearhold.core.codec.AddEvidenceDecoder;
import io.clearhold.core.codec.CancelPaymentDecoder;
import io.clearhold.core.codec.CancelPayoutDecoder;
import io.clearhold.core.codec.ConfirmPaymentDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.CreatePaymentLinkDecoder;
import io.clearhold.core.codec.CreatePayoutDecoder;
import io.clearhold.core.codec.ExtendPaymentDecoder;
import io.clearhold.core.codec.OpenDisputeDecoder;
import io.clearhold.core.codec.PayPaymentDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.ResolveDisputeDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.codec.UpdatePaymentDecoder;
import io.clearhold.core.codec.UpdatePaymentLinkDecoder;
import io.clearhold.core.codec.UsePaymentLinkDecoder;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.core.lifecycle.PaymentMode;
import org.jspecify.annotations.Nullable;

/** The forms of commands about payments, their terms and their disputes. */
final class PaymentForms extends AreaForms {
    private static final long MODES = codes(PaymentMode.values(), PaymentMode::code);

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

    PaymentForms(@Nullable MessageForm[] forms) {
        super(forms);
    }

    @Override
    void add() {
        payments();
        terms();
        disputes();
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
}
