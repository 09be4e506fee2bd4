package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PayoutCreatedDecoder;
import io.clearhold.core.codec.PayoutFailedDecoder;
import io.clearhold.core.codec.PayoutPaidDecoder;
import io.clearhold.core.codec.PayoutReturnedDecoder;
import io.clearhold.core.codec.PayoutSubmittedDecoder;
import io.clearhold.core.codec.PayoutUnknownDecoder;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** What events of payouts mean for the table payouts. */
final class PayoutEvents {
    /** A new row that still lacks its platform. */
    private record Waiting(RowChange row, Parties parties) {}

    private final TableChanges payouts;
    private final PartyLookup accountParties;
    private final PartyLookup payoutParties;
    private final FrameView frame;
    private final ChannelNames channels;
    private final PayoutTexts texts;
    private final List<Waiting> waiting = new ArrayList<>();
    private final PayoutCreatedDecoder created = new PayoutCreatedDecoder();
    private final PayoutSubmittedDecoder submitted = new PayoutSubmittedDecoder();
    private final PayoutUnknownDecoder unknown = new PayoutUnknownDecoder();
    private final PayoutPaidDecoder paid = new PayoutPaidDecoder();
    private final PayoutFailedDecoder failed = new PayoutFailedDecoder();
    private final PayoutReturnedDecoder returned = new PayoutReturnedDecoder();
    private long subject;

    PayoutEvents(
            TableChanges payouts,
            PartyLookup accountParties,
            PartyLookup payoutParties,
            FrameView frame,
            ChannelNames channels,
            PayoutTexts texts) {
        this.payouts = payouts;
        this.accountParties = accountParties;
        this.payoutParties = payoutParties;
        this.frame = frame;
        this.channels = channels;
        this.texts = texts;
    }

    /** The payout of the event that was taken last. */
    long subject() {
        return subject;
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(DirectBuffer buffer, int offset, MessageHeaderDecoder header, JsonFacts facts) {
        switch (header.templateId()) {
            case PayoutCreatedDecoder.TEMPLATE_ID ->
                    take(created.wrapAndApplyHeader(buffer, offset, header), facts);
            case PayoutSubmittedDecoder.TEMPLATE_ID ->
                    move(
                            submitted.wrapAndApplyHeader(buffer, offset, header).payout(),
                            PayoutStatus.SUBMITTED,
                            FailureReason.NONE);
            case PayoutUnknownDecoder.TEMPLATE_ID ->
                    move(
                            unknown.wrapAndApplyHeader(buffer, offset, header).payout(),
                            PayoutStatus.UNKNOWN,
                            FailureReason.NONE);
            case PayoutPaidDecoder.TEMPLATE_ID ->
                    move(
                            paid.wrapAndApplyHeader(buffer, offset, header).payout(),
                            PayoutStatus.PAID,
                            FailureReason.NONE);
            case PayoutFailedDecoder.TEMPLATE_ID -> {
                failed.wrapAndApplyHeader(buffer, offset, header);
                FailureReason reason = FailureReason.of(failed.reason());
                move(failed.payout(), PayoutStatus.FAILED, reason);
                facts.amount(failed.amount(), failed.currency()).name("reason", reason.label());
            }
            case PayoutReturnedDecoder.TEMPLATE_ID -> {
                returned.wrapAndApplyHeader(buffer, offset, header);
                move(returned.payout(), PayoutStatus.RETURNED, FailureReason.RETURNED);
                facts.amount(returned.amount(), returned.currency());
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

    /** Fills in whose the new payouts are, once that is known. */
    void complete() {
        for (Waiting payout : waiting) {
            payout.row().set(PayoutColumns.PLATFORM, payout.parties().platform());
        }
    }

    private void take(PayoutCreatedDecoder event, JsonFacts facts) {
        subject = event.payout();
        Parties parties = accountParties.of(event.account());
        payoutParties.put(subject, parties);
        RowChange row =
                payouts.create(subject)
                        .set(PayoutColumns.ACCOUNT, event.account())
                        .set(PayoutColumns.STATUS, PayoutStatus.PENDING.code())
                        .set(PayoutColumns.AMOUNT, event.amount())
                        .set(PayoutColumns.CURRENCY, event.currency())
                        .set(PayoutColumns.CHANNEL, event.channel())
                        .set(PayoutColumns.HAS_DESTINATION, event.hasDestination())
                        .set(PayoutColumns.HELD, event.held())
                        .set(PayoutColumns.CREATED_AT_MS, frame.atMs())
                        .set(PayoutColumns.TEXT_SEQUENCE, event.textSequence())
                        .set(PayoutColumns.LAST_SEQUENCE, frame.sequence())
                        .set(PayoutColumns.TEXT, texts.of(event.textSequence(), frame));
        waiting.add(new Waiting(row, parties));
        facts.amount(event.amount(), event.currency())
                .name("channel", channels.of(event.channel()));
    }

    private void move(long payout, PayoutStatus status, FailureReason failure) {
        subject = payout;
        payouts.change(payout)
                .set(PayoutColumns.STATUS, status.code())
                .set(PayoutColumns.FAILURE, failure.code())
                .set(PayoutColumns.HELD, false)
                .set(PayoutColumns.LAST_SEQUENCE, frame.sequence());
    }
}
