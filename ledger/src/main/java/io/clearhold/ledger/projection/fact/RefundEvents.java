package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.RefundSucceededDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** What events of refunds mean for the tables refunds and payments. */
final class RefundEvents {
    /** A new row that still lacks its parties. */
    private record Waiting(RowChange row, Parties parties) {}

    private final TableChanges payments;
    private final ReleasedMoney released;
    private final TableChanges refunds;
    private final PartyLookup parties;
    private final FrameView frame;
    private final ChannelNames channels;
    private final List<Waiting> waiting = new ArrayList<>();
    private final RefundCreatedDecoder created = new RefundCreatedDecoder();
    private final RefundSucceededDecoder succeeded = new RefundSucceededDecoder();
    private final RefundFailedDecoder failed = new RefundFailedDecoder();
    private long subject;

    RefundEvents(
            ReleasedMoney released,
            TableChanges refunds,
            PartyLookup parties,
            FrameView frame,
            ChannelNames channels) {
        this.released = released;
        this.payments = released.payments();
        this.refunds = refunds;
        this.parties = parties;
        this.frame = frame;
        this.channels = channels;
    }

    /** The refund of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            long payment,
            JsonFacts facts) {
        switch (header.templateId()) {
            case RefundCreatedDecoder.TEMPLATE_ID ->
                    take(payment, created.wrapAndApplyHeader(buffer, offset, header), facts);
            case RefundSucceededDecoder.TEMPLATE_ID -> {
                succeeded.wrapAndApplyHeader(buffer, offset, header);
                subject = succeeded.refund();
                refunds.change(subject)
                        .set(RefundColumns.STATUS, RefundStatus.SUCCEEDED.code())
                        .set(RefundColumns.LAST_SEQUENCE, frame.sequence());
            }
            case RefundFailedDecoder.TEMPLATE_ID -> {
                failed.wrapAndApplyHeader(buffer, offset, header);
                subject = failed.refund();
                refunds.change(subject)
                        .set(RefundColumns.STATUS, RefundStatus.FAILED.code())
                        .set(RefundColumns.FAILURE, failed.reason())
                        .set(RefundColumns.LAST_SEQUENCE, frame.sequence());
                payments.change(payment)
                        .add(PaymentColumns.REFUNDED, -failed.amount())
                        .set(PaymentColumns.STATUS, failed.statusAfter());
                giveBack(payment);
                facts.amount(failed.amount(), failed.currency())
                        .name("payment_status", CodeNames.paymentStatus(failed.statusAfter()))
                        .name("reason", CodeNames.failure(failed.reason()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    void clear() {
        waiting.clear();
    }

    /** Fills in who may see the new refunds, once that is known. */
    void complete() {
        for (Waiting refund : waiting) {
            refund.row()
                    .set(RefundColumns.PLATFORM, refund.parties().platform())
                    .set(RefundColumns.PAYEE, refund.parties().account())
                    .set(RefundColumns.PAYER, refund.parties().payer());
        }
    }

    private void clawBack(long payment, RefundCreatedDecoder event) {
        event.sbeRewind();
        RefundCreatedDecoder.LegsDecoder legs = event.legs();
        if (legs.count() > 0) {
            released.take(payment, event.amount());
        }
        for (RefundCreatedDecoder.LegsDecoder leg : legs) {
            released.takeLeg(payment, leg.kind(), leg.place(), leg.amount());
        }
    }

    private void giveBack(long payment) {
        failed.sbeRewind();
        RefundFailedDecoder.LegsDecoder legs = failed.legs();
        if (legs.count() > 0) {
            released.take(payment, -failed.amount());
        } else {
            released.holdAgain(payment);
        }
        for (RefundFailedDecoder.LegsDecoder leg : legs) {
            released.takeLeg(payment, leg.kind(), leg.place(), -leg.amount());
        }
    }

    private void take(long payment, RefundCreatedDecoder event, JsonFacts facts) {
        subject = event.refund();
        RowChange row =
                refunds.create(subject)
                        .set(RefundColumns.PAYMENT, payment)
                        .set(RefundColumns.STATUS, RefundStatus.PENDING.code())
                        .set(RefundColumns.AMOUNT, event.amount())
                        .set(RefundColumns.CURRENCY, event.currency())
                        .set(RefundColumns.CHANNEL, event.channel())
                        .set(RefundColumns.WALLET, event.wallet())
                        .set(RefundColumns.CAUSE, event.cause())
                        .set(RefundColumns.CREATED_AT_MS, frame.atMs())
                        .set(RefundColumns.TEXT_SEQUENCE, frame.sequence())
                        .set(RefundColumns.LAST_SEQUENCE, frame.sequence())
                        .set(RefundColumns.TEXT, frame.text(RefundPaymentDecoder.TEMPLATE_ID));
        waiting.add(new Waiting(row, parties.of(payment)));
        payments.change(payment)
                .add(PaymentColumns.REFUNDED, event.amount())
                .set(PaymentColumns.STATUS, event.statusAfter());
        clawBack(payment, event);
        facts.amount(event.amount(), event.currency());
        if (event.wallet() == 0) {
            facts.name("channel", channels.of(event.channel()));
        } else {
            facts.id("wallet", IdKind.ACCOUNT, event.wallet());
        }
        facts.name("payment_status", CodeNames.paymentStatus(event.statusAfter()))
                .name("cause", CodeNames.cause(event.cause()));
    }
}
