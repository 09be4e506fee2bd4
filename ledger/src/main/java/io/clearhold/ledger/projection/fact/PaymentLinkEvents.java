package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.CreatePaymentLinkDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentLinkCreatedDecoder;
import io.clearhold.core.codec.PaymentLinkDeactivatedDecoder;
import io.clearhold.core.codec.PaymentLinkUpdatedDecoder;
import io.clearhold.core.codec.PaymentLinkUsedDecoder;
import io.clearhold.core.codec.UpdatePaymentLinkDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import org.agrona.DirectBuffer;

/** What events of payment links mean for their table. */
final class PaymentLinkEvents {
    private final TableChanges links;
    private final PartyLookup parties;
    private final FrameView frame;
    private final PaymentLinkCreatedDecoder created = new PaymentLinkCreatedDecoder();
    private final PaymentLinkUpdatedDecoder updated = new PaymentLinkUpdatedDecoder();
    private final PaymentLinkDeactivatedDecoder deactivated = new PaymentLinkDeactivatedDecoder();
    private final PaymentLinkUsedDecoder used = new PaymentLinkUsedDecoder();
    private long subject;

    PaymentLinkEvents(TableChanges links, PartyLookup parties, FrameView frame) {
        this.links = links;
        this.parties = parties;
        this.frame = frame;
    }

    static boolean isOne(int template) {
        return template >= PaymentLinkCreatedDecoder.TEMPLATE_ID
                && template <= PaymentLinkUsedDecoder.TEMPLATE_ID;
    }

    /** The link of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case PaymentLinkCreatedDecoder.TEMPLATE_ID ->
                    take(created.wrapAndApplyHeader(buffer, offset, header), facts);
            case PaymentLinkUpdatedDecoder.TEMPLATE_ID -> {
                updated.wrapAndApplyHeader(buffer, offset, header);
                touch(updated.link())
                        .set(PaymentLinkColumns.STATUS, updated.active())
                        .set(PaymentLinkColumns.MAX_USES, updated.maxUses())
                        .set(PaymentLinkColumns.EXPIRES_AT_MS, updated.expiresAtMs())
                        .set(PaymentLinkColumns.TEXT_SEQUENCE, frame.sequence())
                        .set(
                                PaymentLinkColumns.TEXT,
                                frame.text(UpdatePaymentLinkDecoder.TEMPLATE_ID));
            }
            case PaymentLinkDeactivatedDecoder.TEMPLATE_ID ->
                    touch(deactivated.wrapAndApplyHeader(buffer, offset, header).link())
                            .set(PaymentLinkColumns.STATUS, 0);
            case PaymentLinkUsedDecoder.TEMPLATE_ID -> {
                used.wrapAndApplyHeader(buffer, offset, header);
                touch(used.link()).set(PaymentLinkColumns.USES, used.uses());
                facts.id("payment", IdKind.PAYMENT, used.payment()).number("uses", used.uses());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(PaymentLinkCreatedDecoder event, JsonFacts facts) {
        subject = event.link();
        parties.put(subject, new Parties(event.platform(), event.payee(), 0));
        links.create(subject)
                .set(PaymentLinkColumns.PLATFORM, event.platform())
                .set(PaymentLinkColumns.PAYEE, event.payee())
                .set(PaymentLinkColumns.STATUS, 1)
                .set(PaymentLinkColumns.AMOUNT, event.amount())
                .set(PaymentLinkColumns.CURRENCY, event.currency())
                .set(PaymentLinkColumns.MODE, event.mode())
                .set(PaymentLinkColumns.PAY_WITHIN_SECONDS, event.payWithinSeconds())
                .set(PaymentLinkColumns.SHIP_WITHIN_SECONDS, event.shipWithinSeconds())
                .set(PaymentLinkColumns.AUTO_REFUND, event.autoRefund())
                .set(PaymentLinkColumns.AUTO_CONFIRM_AFTER_SECONDS, event.autoConfirmAfterSeconds())
                .set(PaymentLinkColumns.FEE_KIND, event.feeKind())
                .set(PaymentLinkColumns.FEE_VALUE, event.feeValue())
                .set(PaymentLinkColumns.FEE_MIN, event.feeMin())
                .set(PaymentLinkColumns.FEE_MAX, event.feeMax())
                .set(PaymentLinkColumns.MAX_USES, event.maxUses())
                .set(PaymentLinkColumns.EXPIRES_AT_MS, event.expiresAtMs())
                .set(PaymentLinkColumns.CREATED_AT_MS, frame.atMs())
                .set(PaymentLinkColumns.TEXT_SEQUENCE, frame.sequence())
                .set(PaymentLinkColumns.LAST_SEQUENCE, frame.sequence())
                .set(PaymentLinkColumns.TEXT, frame.text(CreatePaymentLinkDecoder.TEMPLATE_ID));
        facts.amount(event.amount(), event.currency())
                .id("payee", IdKind.ACCOUNT, event.payee())
                .name("mode", CodeNames.paymentMode(event.mode()));
    }

    private RowChange touch(long link) {
        subject = link;
        return links.change(link).set(PaymentLinkColumns.LAST_SEQUENCE, frame.sequence());
    }
}
