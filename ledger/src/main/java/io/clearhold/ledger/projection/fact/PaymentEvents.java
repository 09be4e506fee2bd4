package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.CollectionUnmatchedDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
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
import io.clearhold.core.codec.ShipByPassedDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.codec.UsePaymentLinkDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What events of payments mean for the tables payments and splits. What is held comes from the
 * postings.
 */
final class PaymentEvents {
    private final TableChanges payments;
    private final TableChanges splits;
    private final PartyLookup parties;
    private final FrameView frame;
    private final ChannelNames channels;
    private final PaymentCreatedDecoder created = new PaymentCreatedDecoder();
    private final PaymentPendingDecoder pending = new PaymentPendingDecoder();
    private final PaymentDeclinedDecoder declined = new PaymentDeclinedDecoder();
    private final PaymentHeldDecoder held = new PaymentHeldDecoder();
    private final PaymentShippedDecoder shipped = new PaymentShippedDecoder();
    private final PaymentExtendedDecoder extended = new PaymentExtendedDecoder();
    private final PaymentReleasedDecoder released = new PaymentReleasedDecoder();
    private final PaymentCloseRequestedDecoder closeRequested = new PaymentCloseRequestedDecoder();
    private final PaymentCanceledDecoder canceled = new PaymentCanceledDecoder();
    private final PaymentExpiredDecoder expired = new PaymentExpiredDecoder();
    private final CollectionUnmatchedDecoder unmatched = new CollectionUnmatchedDecoder();

    PaymentEvents(
            TableChanges payments,
            TableChanges splits,
            PartyLookup parties,
            FrameView frame,
            ChannelNames channels) {
        this.payments = payments;
        this.splits = splits;
        this.parties = parties;
        this.frame = frame;
        this.channels = channels;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            long payment,
            JsonFacts facts) {
        switch (header.templateId()) {
            case PaymentCreatedDecoder.TEMPLATE_ID ->
                    take(payment, created.wrapAndApplyHeader(buffer, offset, header), facts);
            case PaymentPendingDecoder.TEMPLATE_ID -> {
                pending.wrapAndApplyHeader(buffer, offset, header);
                payments.change(payment)
                        .set(PaymentColumns.STATUS, PaymentStatus.PENDING.code())
                        .set(PaymentColumns.ATTEMPT, pending.attempt())
                        .set(PaymentColumns.INSTRUCTION, pending.instruction())
                        .set(PaymentColumns.LAST_ERROR, 0);
                facts.number("attempt", pending.attempt())
                        .id("instruction", IdKind.INSTRUCTION, pending.instruction());
            }
            case PaymentDeclinedDecoder.TEMPLATE_ID -> {
                declined.wrapAndApplyHeader(buffer, offset, header);
                payments.change(payment)
                        .set(PaymentColumns.STATUS, PaymentStatus.CREATED.code())
                        .set(PaymentColumns.LAST_ERROR, declined.reason())
                        .set(PaymentColumns.CLOSING, 0);
                facts.number("attempt", declined.attempt())
                        .name("reason", CodeNames.failure(declined.reason()));
            }
            case PaymentHeldDecoder.TEMPLATE_ID ->
                    take(payment, held.wrapAndApplyHeader(buffer, offset, header), facts);
            case PaymentShippedDecoder.TEMPLATE_ID -> {
                shipped.wrapAndApplyHeader(buffer, offset, header);
                RowChange row =
                        payments.change(payment)
                                .set(PaymentColumns.STATUS, PaymentStatus.SHIPPED.code())
                                .set(PaymentColumns.AUTO_CONFIRM_AT_MS, shipped.autoConfirmAtMs());
                // Without a deadline of its own it has milestones, and they have the shipments.
                if (shipped.autoConfirmAtMs() != 0 || shipped.pausedMs() != 0) {
                    String text = frame.text(ShipPaymentDecoder.TEMPLATE_ID);
                    row.set(PaymentColumns.SHIPMENT_SEQUENCE, frame.sequence())
                            .set(PaymentColumns.SHIPPED_AT_MS, frame.atMs())
                            .set(PaymentColumns.SHIPMENT, text);
                }
                facts.time("auto_confirm_at", shipped.autoConfirmAtMs());
            }
            case PaymentExtendedDecoder.TEMPLATE_ID -> {
                extended.wrapAndApplyHeader(buffer, offset, header);
                payments.change(payment)
                        .add(PaymentColumns.EXTENDED_SECONDS, extended.seconds())
                        .set(PaymentColumns.AUTO_CONFIRM_AT_MS, extended.autoConfirmAtMs());
                facts.number("seconds", extended.seconds())
                        .time("auto_confirm_at", extended.autoConfirmAtMs());
            }
            case PaymentReleasedDecoder.TEMPLATE_ID ->
                    take(payment, released.wrapAndApplyHeader(buffer, offset, header), facts);
            default -> {
                return takeEnding(buffer, offset, header, payment, facts);
            }
        }
        return true;
    }

    private boolean takeEnding(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            long payment,
            JsonFacts facts) {
        switch (header.templateId()) {
            case PaymentCloseRequestedDecoder.TEMPLATE_ID -> {
                closeRequested.wrapAndApplyHeader(buffer, offset, header);
                payments.change(payment).set(PaymentColumns.CLOSING, closeRequested.cause());
                facts.name("cause", CodeNames.cause(closeRequested.cause()));
            }
            case PaymentCanceledDecoder.TEMPLATE_ID -> {
                canceled.wrapAndApplyHeader(buffer, offset, header);
                close(payment, PaymentStatus.CANCELED);
                facts.name("cause", CodeNames.cause(canceled.cause()));
            }
            case PaymentExpiredDecoder.TEMPLATE_ID -> {
                expired.wrapAndApplyHeader(buffer, offset, header);
                close(payment, PaymentStatus.EXPIRED);
            }
            case ShipByPassedDecoder.TEMPLATE_ID ->
                    payments.change(payment).set(PaymentColumns.SHIP_BY_PASSED, true);
            case CollectionUnmatchedDecoder.TEMPLATE_ID -> {
                unmatched.wrapAndApplyHeader(buffer, offset, header);
                payments.change(payment).set(PaymentColumns.LAST_ERROR, unmatched.reason());
                facts.amount(unmatched.amount(), unmatched.currency())
                        .name("channel", channels.of(unmatched.channel()))
                        .id("instruction", IdKind.INSTRUCTION, unmatched.instruction())
                        .name("reason", CodeNames.failure(unmatched.reason()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(long payment, PaymentCreatedDecoder event, JsonFacts facts) {
        @Nullable String own = frame.text(CreatePaymentDecoder.TEMPLATE_ID);
        @Nullable String text = own == null ? frame.text(UsePaymentLinkDecoder.TEMPLATE_ID) : own;
        // How somebody paid is not for lists, and its token least of all.
        @Nullable String shown = TextMembers.keep(text, name -> !name.equals("method"));
        payments.create(payment)
                .set(PaymentColumns.PLATFORM, event.platform())
                .set(PaymentColumns.CREATOR_ROLE, event.creatorRole())
                .set(PaymentColumns.CREATOR, event.creator())
                .set(PaymentColumns.PAYEE, event.payee())
                .set(PaymentColumns.PAYER, event.payer())
                .set(PaymentColumns.STATUS, PaymentStatus.CREATED.code())
                .set(PaymentColumns.MODE, event.mode())
                .set(PaymentColumns.CURRENCY, event.currency())
                .set(PaymentColumns.AMOUNT, event.amount())
                .set(PaymentColumns.FEE_KIND, event.feeKind())
                .set(PaymentColumns.FEE_VALUE, event.feeValue())
                .set(PaymentColumns.FEE_MIN, event.feeMin())
                .set(PaymentColumns.FEE_MAX, event.feeMax())
                .set(PaymentColumns.PAY_BY_MS, event.payByMs())
                .set(PaymentColumns.SHIP_BY_MS, event.shipByMs())
                .set(PaymentColumns.AUTO_REFUND, event.autoRefund())
                .set(PaymentColumns.AUTO_CONFIRM_AFTER_SECONDS, event.autoConfirmAfterSeconds())
                .set(PaymentColumns.CREATED_AT_MS, frame.atMs())
                .set(PaymentColumns.TEXT_SEQUENCE, frame.sequence())
                .set(PaymentColumns.REFERENCE, TextMembers.string(text, "reference"))
                .set(PaymentColumns.TEXT, shown);
        @Nullable String reference = TextMembers.string(text, "reference");
        parties.put(
                payment, new Parties(event.platform(), event.payee(), event.payer(), reference));
        facts.amount(event.amount(), event.currency())
                .name("mode", CodeNames.paymentMode(event.mode()))
                .time("pay_by", event.payByMs());
        int place = 0;
        for (PaymentCreatedDecoder.SplitsDecoder split : event.splits()) {
            splits.create(payment, place++)
                    .set(SplitColumns.ACCOUNT, split.account())
                    .set(SplitColumns.KIND, split.kind())
                    .set(SplitColumns.VALUE, split.value());
        }
    }

    private void take(long payment, PaymentHeldDecoder event, JsonFacts facts) {
        RowChange row =
                payments.change(payment)
                        .set(PaymentColumns.STATUS, PaymentStatus.HELD.code())
                        .set(PaymentColumns.ATTEMPT, event.attempt())
                        .add(PaymentColumns.COLLECTED, event.amount())
                        .set(PaymentColumns.CHANNEL, event.channel())
                        .set(PaymentColumns.WALLET, event.wallet())
                        .set(PaymentColumns.CLOSING, 0)
                        .set(PaymentColumns.LAST_ERROR, 0)
                        .set(PaymentColumns.FEE_FIXED, event.fee())
                        .set(PaymentColumns.SHIP_BY_MS, event.shipByMs());
        facts.amount(event.amount(), event.currency());
        if (event.wallet() == 0) {
            facts.name("channel", channels.of(event.channel()));
        } else {
            row.set(PaymentColumns.PAYER, event.wallet());
            parties.put(payment, parties.of(payment).withPayer(event.wallet()));
            facts.id("wallet", IdKind.ACCOUNT, event.wallet());
        }
        facts.time("ship_by", event.shipByMs());
        int place = 0;
        for (PaymentHeldDecoder.SharesDecoder share : event.shares()) {
            splits.change(payment, place++).set(SplitColumns.FIXED, share.amount());
        }
    }

    private void take(long payment, PaymentReleasedDecoder event, JsonFacts facts) {
        payments.change(payment)
                .set(PaymentColumns.STATUS, event.statusAfter())
                .add(PaymentColumns.RELEASED, event.amount())
                .add(PaymentColumns.FEE_TAKEN, event.fee());
        facts.amount(event.amount(), event.currency())
                .number("fee_amount", event.fee())
                .number("payee_amount", event.payeeAmount())
                .name("cause", CodeNames.cause(event.cause()));
        int place = 0;
        for (PaymentReleasedDecoder.SharesDecoder share : event.shares()) {
            splits.change(payment, place++).add(SplitColumns.TAKEN, share.amount());
        }
    }

    private void close(long payment, PaymentStatus status) {
        payments.change(payment)
                .set(PaymentColumns.STATUS, status.code())
                .set(PaymentColumns.CLOSING, 0);
    }
}
