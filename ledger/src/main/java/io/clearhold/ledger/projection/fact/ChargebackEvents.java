package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.AddChargebackEvidenceDecoder;
import io.clearhold.core.codec.ChargebackAcceptedDecoder;
import io.clearhold.core.codec.ChargebackEvidenceAddedDecoder;
import io.clearhold.core.codec.ChargebackLostDecoder;
import io.clearhold.core.codec.ChargebackOpenedDecoder;
import io.clearhold.core.codec.ChargebackWonDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** What events of chargebacks mean for the tables chargebacks, payments and splits. */
final class ChargebackEvents {
    /** A new row that still lacks its parties. */
    private record Waiting(RowChange row, Parties parties) {}

    private final TableChanges payments;
    private final TableChanges chargebacks;
    private final ReleasedMoney released;
    private final PartyLookup parties;
    private final FrameView frame;
    private final ChannelNames channels;
    private final List<Waiting> waiting = new ArrayList<>();
    private final ChargebackOpenedDecoder opened = new ChargebackOpenedDecoder();
    private final ChargebackEvidenceAddedDecoder evidence = new ChargebackEvidenceAddedDecoder();
    private final ChargebackAcceptedDecoder accepted = new ChargebackAcceptedDecoder();
    private final ChargebackLostDecoder lost = new ChargebackLostDecoder();
    private final ChargebackWonDecoder won = new ChargebackWonDecoder();
    private long subject;

    ChargebackEvents(
            ReleasedMoney released,
            TableChanges chargebacks,
            PartyLookup parties,
            FrameView frame,
            ChannelNames channels) {
        this.released = released;
        this.payments = released.payments();
        this.chargebacks = chargebacks;
        this.parties = parties;
        this.frame = frame;
        this.channels = channels;
    }

    /** The chargeback of the event that was taken last. */
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
            case ChargebackOpenedDecoder.TEMPLATE_ID ->
                    take(payment, opened.wrapAndApplyHeader(buffer, offset, header), facts);
            case ChargebackEvidenceAddedDecoder.TEMPLATE_ID -> {
                evidence.wrapAndApplyHeader(buffer, offset, header);
                move(evidence.chargeback(), ChargebackStatus.EVIDENCE)
                        .set(ChargebackColumns.EVIDENCE_SEQUENCE, frame.sequence())
                        .set(
                                ChargebackColumns.EVIDENCE,
                                frame.text(AddChargebackEvidenceDecoder.TEMPLATE_ID));
            }
            case ChargebackAcceptedDecoder.TEMPLATE_ID -> {
                accepted.wrapAndApplyHeader(buffer, offset, header);
                move(accepted.chargeback(), ChargebackStatus.ACCEPTED);
            }
            case ChargebackLostDecoder.TEMPLATE_ID -> {
                lost.wrapAndApplyHeader(buffer, offset, header);
                move(lost.chargeback(), ChargebackStatus.LOST);
                facts.name("cause", CodeNames.cause(lost.cause()));
            }
            case ChargebackWonDecoder.TEMPLATE_ID ->
                    take(payment, won.wrapAndApplyHeader(buffer, offset, header), facts);
            default -> {
                return false;
            }
        }
        return true;
    }

    void clear() {
        waiting.clear();
    }

    /** Fills in who may see the new chargebacks, once that is known. */
    void complete() {
        for (Waiting chargeback : waiting) {
            chargeback
                    .row()
                    .set(ChargebackColumns.PLATFORM, chargeback.parties().platform())
                    .set(ChargebackColumns.PAYEE, chargeback.parties().account())
                    .set(ChargebackColumns.PAYER, chargeback.parties().payer());
        }
    }

    private RowChange move(long id, ChargebackStatus status) {
        subject = id;
        return chargebacks
                .change(id)
                .set(ChargebackColumns.STATUS, status.code())
                .set(ChargebackColumns.LAST_SEQUENCE, frame.sequence());
    }

    private void take(long payment, ChargebackOpenedDecoder event, JsonFacts facts) {
        subject = event.chargeback();
        RowChange row =
                chargebacks
                        .create(subject)
                        .set(ChargebackColumns.PAYMENT, payment)
                        .set(ChargebackColumns.STATUS, ChargebackStatus.OPENED.code())
                        .set(ChargebackColumns.AMOUNT, event.amount())
                        .set(ChargebackColumns.COST, event.cost())
                        .set(ChargebackColumns.CURRENCY, event.currency())
                        .set(ChargebackColumns.CHANNEL, event.channel())
                        .set(ChargebackColumns.INSTRUCTION, event.instruction())
                        .set(ChargebackColumns.RESPOND_BY_MS, event.respondByMs())
                        .set(ChargebackColumns.CREATED_AT_MS, frame.atMs())
                        .set(ChargebackColumns.TEXT_SEQUENCE, frame.sequence())
                        .set(ChargebackColumns.LAST_SEQUENCE, frame.sequence())
                        .set(ChargebackColumns.TEXT, frame.text(ReportOutcomeDecoder.TEMPLATE_ID));
        waiting.add(new Waiting(row, parties.of(payment)));
        long taken = event.amount() - event.excess();
        payments.change(payment)
                .add(PaymentColumns.CHARGED_BACK, taken)
                .set(PaymentColumns.STATUS, event.statusAfter());
        event.sbeRewind();
        ChargebackOpenedDecoder.LegsDecoder legs = event.legs();
        if (legs.count() > 0) {
            released.take(payment, taken - event.fromHeld());
        }
        for (ChargebackOpenedDecoder.LegsDecoder leg : legs) {
            released.takeLeg(payment, leg.kind(), leg.place(), leg.amount());
        }
        facts.amount(event.amount(), event.currency())
                .number("cost", event.cost())
                .name("channel", channels.of(event.channel()))
                .name("payment_status", CodeNames.paymentStatus(event.statusAfter()))
                .time("respond_by", event.respondByMs());
    }

    private void take(long payment, ChargebackWonDecoder event, JsonFacts facts) {
        move(event.chargeback(), ChargebackStatus.WON);
        long taken = event.amount() - event.excess();
        payments.change(payment)
                .add(PaymentColumns.CHARGED_BACK, -taken)
                .set(PaymentColumns.STATUS, event.statusAfter());
        if (event.fromHeld() > 0) {
            released.holdAgain(payment);
        }
        event.sbeRewind();
        ChargebackWonDecoder.LegsDecoder legs = event.legs();
        if (legs.count() > 0) {
            released.take(payment, event.fromHeld() - taken);
        }
        for (ChargebackWonDecoder.LegsDecoder leg : legs) {
            released.takeLeg(payment, leg.kind(), leg.place(), -leg.amount());
        }
        facts.amount(event.amount(), event.currency())
                .name("payment_status", CodeNames.paymentStatus(event.statusAfter()));
    }
}
