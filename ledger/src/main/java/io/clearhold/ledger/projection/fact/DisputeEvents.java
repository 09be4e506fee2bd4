package io.clearhold.ledger.projection.fact;

import io.clearhold.core.codec.ActOnDisputeDecoder;
import io.clearhold.core.codec.AddEvidenceDecoder;
import io.clearhold.core.codec.ApproveApprovalDecoder;
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
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OpenDisputeDecoder;
import io.clearhold.core.codec.ResolveDisputeDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.ledger.projection.row.RowChange;
import io.clearhold.ledger.projection.row.TableChanges;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** What events of disputes mean for the tables disputes, dispute_evidence and payments. */
final class DisputeEvents {
    /** A new row that still lacks its parties. */
    private record Waiting(RowChange row, Parties parties) {}

    private final TableChanges payments;
    private final TableChanges disputes;
    private final TableChanges evidence;
    private final PartyLookup parties;
    private final FrameView frame;
    private final List<Waiting> waiting = new ArrayList<>();
    private final DisputeOpenedDecoder opened = new DisputeOpenedDecoder();
    private final DisputeRejectedDecoder rejected = new DisputeRejectedDecoder();
    private final DisputeReturnAgreedDecoder returnAgreed = new DisputeReturnAgreedDecoder();
    private final DisputeReturnShippedDecoder returnShipped = new DisputeReturnShippedDecoder();
    private final DisputeEscalatedDecoder escalated = new DisputeEscalatedDecoder();
    private final DisputeAcceptedDecoder accepted = new DisputeAcceptedDecoder();
    private final DisputeResolvedDecoder resolved = new DisputeResolvedDecoder();
    private final DisputeWithdrawnDecoder withdrawn = new DisputeWithdrawnDecoder();
    private final DisputeEvidenceAddedDecoder evidenceAdded = new DisputeEvidenceAddedDecoder();
    private final DisputeShrunkDecoder shrunk = new DisputeShrunkDecoder();
    private final DisputeOverdueDecoder overdue = new DisputeOverdueDecoder();
    private long subject;

    DisputeEvents(
            TableChanges payments,
            TableChanges disputes,
            TableChanges evidence,
            PartyLookup parties,
            FrameView frame) {
        this.payments = payments;
        this.disputes = disputes;
        this.evidence = evidence;
        this.parties = parties;
        this.frame = frame;
    }

    /** The dispute of the event that was taken last. */
    long subject() {
        return subject;
    }

    void clear() {
        waiting.clear();
    }

    /** Fills in who may see the new disputes, once that is known. */
    void complete() {
        for (Waiting dispute : waiting) {
            dispute.row()
                    .set(DisputeColumns.PLATFORM, dispute.parties().platform())
                    .set(DisputeColumns.PAYEE, dispute.parties().account())
                    .set(DisputeColumns.PAYER, dispute.parties().payer());
        }
    }

    /** Takes one event; returns whether it was one of these. */
    boolean take(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            long payment,
            JsonFacts facts) {
        switch (header.templateId()) {
            case DisputeOpenedDecoder.TEMPLATE_ID ->
                    take(payment, opened.wrapAndApplyHeader(buffer, offset, header), facts);
            case DisputeRejectedDecoder.TEMPLATE_ID -> {
                rejected.wrapAndApplyHeader(buffer, offset, header);
                turn(
                        rejected.dispute(),
                        DisputeStatus.REJECTED,
                        DisputeColumns.REJECTED,
                        rejected.respondByMs());
                turnFacts(rejected.by(), rejected.respondByMs(), facts);
            }
            case DisputeReturnAgreedDecoder.TEMPLATE_ID -> {
                returnAgreed.wrapAndApplyHeader(buffer, offset, header);
                turn(
                        returnAgreed.dispute(),
                        DisputeStatus.RETURN_AGREED,
                        DisputeColumns.AGREED,
                        returnAgreed.respondByMs());
                turnFacts(returnAgreed.by(), returnAgreed.respondByMs(), facts);
            }
            case DisputeReturnShippedDecoder.TEMPLATE_ID -> {
                returnShipped.wrapAndApplyHeader(buffer, offset, header);
                turn(
                        returnShipped.dispute(),
                        DisputeStatus.RETURN_SHIPPED,
                        DisputeColumns.RETURNED,
                        returnShipped.respondByMs());
                turnFacts(returnShipped.by(), returnShipped.respondByMs(), facts);
            }
            case DisputeEscalatedDecoder.TEMPLATE_ID -> {
                escalated.wrapAndApplyHeader(buffer, offset, header);
                turn(
                                escalated.dispute(),
                                DisputeStatus.ESCALATED,
                                DisputeColumns.ESCALATED,
                                escalated.respondByMs())
                        .set(DisputeColumns.ESCALATED_BY, escalated.by());
                turnFacts(escalated.by(), escalated.respondByMs(), facts);
            }
            default -> {
                return takeEnd(buffer, offset, header, payment, facts)
                        || takeOther(buffer, offset, header, payment, facts);
            }
        }
        return true;
    }

    private boolean takeEnd(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            long payment,
            JsonFacts facts) {
        switch (header.templateId()) {
            case DisputeAcceptedDecoder.TEMPLATE_ID -> {
                accepted.wrapAndApplyHeader(buffer, offset, header);
                end(payment, accepted.dispute(), DisputeStatus.ACCEPTED, accepted.by())
                        .set(DisputeColumns.BUYER_AMOUNT, accepted.amount())
                        .set(DisputeColumns.REFUND, accepted.refund());
                goOn(payment, accepted.autoConfirmAtMs());
                facts.amount(accepted.amount(), accepted.currency())
                        .name("by", CodeNames.disputeParty(accepted.by()))
                        .id("refund", IdKind.REFUND, accepted.refund())
                        .time("auto_confirm_at", accepted.autoConfirmAtMs());
            }
            case DisputeResolvedDecoder.TEMPLATE_ID -> {
                resolved.wrapAndApplyHeader(buffer, offset, header);
                end(payment, resolved.dispute(), DisputeStatus.RESOLVED, resolved.by())
                        .set(DisputeColumns.BUYER_AMOUNT, resolved.buyerAmount())
                        .set(DisputeColumns.SELLER_AMOUNT, resolved.sellerAmount())
                        .set(DisputeColumns.REFUND, resolved.refund());
                goOn(payment, resolved.autoConfirmAtMs());
                facts.number("buyer_amount", resolved.buyerAmount())
                        .number("seller_amount", resolved.sellerAmount())
                        .name("currency", CodeNames.currency(resolved.currency()))
                        .name("by", CodeNames.disputeParty(resolved.by()))
                        .id("refund", IdKind.REFUND, resolved.refund())
                        .time("auto_confirm_at", resolved.autoConfirmAtMs());
            }
            case DisputeWithdrawnDecoder.TEMPLATE_ID -> {
                withdrawn.wrapAndApplyHeader(buffer, offset, header);
                end(payment, withdrawn.dispute(), DisputeStatus.WITHDRAWN, withdrawn.by());
                goOn(payment, withdrawn.autoConfirmAtMs());
                facts.amount(withdrawn.amount(), withdrawn.currency())
                        .name("by", CodeNames.disputeParty(withdrawn.by()))
                        .time("auto_confirm_at", withdrawn.autoConfirmAtMs());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean takeOther(
            DirectBuffer buffer,
            int offset,
            MessageHeaderDecoder header,
            long payment,
            JsonFacts facts) {
        switch (header.templateId()) {
            case DisputeEvidenceAddedDecoder.TEMPLATE_ID -> {
                evidenceAdded.wrapAndApplyHeader(buffer, offset, header);
                change(evidenceAdded.dispute()).set(DisputeColumns.STATUS, evidenceAdded.status());
                piece(evidenceAdded.dispute(), evidenceAdded.place(), evidenceAdded.by())
                        .set(EvidenceColumns.TEXT, frame.text(AddEvidenceDecoder.TEMPLATE_ID));
                facts.name("by", CodeNames.disputeParty(evidenceAdded.by()));
            }
            case DisputeShrunkDecoder.TEMPLATE_ID -> {
                shrunk.wrapAndApplyHeader(buffer, offset, header);
                change(shrunk.dispute())
                        .set(DisputeColumns.STATUS, shrunk.status())
                        .set(DisputeColumns.FROZEN, shrunk.frozen());
                payments.change(payment).set(PaymentColumns.FROZEN, shrunk.frozen());
                facts.number("amount_frozen", shrunk.frozen())
                        .name("currency", CodeNames.currency(shrunk.currency()));
            }
            case DisputeOverdueDecoder.TEMPLATE_ID -> {
                overdue.wrapAndApplyHeader(buffer, offset, header);
                change(overdue.dispute())
                        .set(DisputeColumns.STATUS, DisputeStatus.ESCALATED.code())
                        .set(DisputeColumns.RESPOND_BY_MS, overdue.respondByMs());
                facts.time("respond_by", overdue.respondByMs());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take(long payment, DisputeOpenedDecoder event, JsonFacts facts) {
        subject = event.dispute();
        RowChange row =
                disputes.create(subject)
                        .set(DisputeColumns.PAYMENT, payment)
                        .set(DisputeColumns.STATUS, DisputeStatus.OPEN.code())
                        .set(DisputeColumns.CURRENCY, event.currency())
                        .set(DisputeColumns.AMOUNT, event.amount())
                        .set(DisputeColumns.FROZEN, event.amount())
                        .set(DisputeColumns.RESPOND_BY_MS, event.respondByMs())
                        .set(DisputeColumns.CREATED_AT_MS, frame.atMs())
                        .set(DisputeColumns.TEXT_SEQUENCE, frame.sequence())
                        .set(DisputeColumns.LAST_SEQUENCE, frame.sequence())
                        .set(DisputeColumns.TEXT, frame.text(OpenDisputeDecoder.TEMPLATE_ID));
        waiting.add(new Waiting(row, parties.of(payment)));
        RowChange held =
                payments.change(payment)
                        .set(PaymentColumns.FROZEN, event.amount())
                        .set(PaymentColumns.DISPUTE, subject);
        if (event.pausedMs() != 0) {
            held.set(PaymentColumns.AUTO_CONFIRM_AT_MS, 0);
        }
        if (event.hasEvidence() != 0) {
            piece(subject, 0, event.by());
        }
        facts.amount(event.amount(), event.currency());
        turnFacts(event.by(), event.respondByMs(), facts);
    }

    private RowChange turn(
            long dispute, DisputeStatus status, DisputeColumns.Step step, long respondByMs) {
        return step(dispute, status, step).set(DisputeColumns.RESPOND_BY_MS, respondByMs);
    }

    private RowChange end(long payment, long dispute, DisputeStatus status, int by) {
        payments.change(payment).set(PaymentColumns.FROZEN, 0);
        return step(dispute, status, DisputeColumns.ENDED)
                .set(DisputeColumns.ENDED_BY, by)
                .set(DisputeColumns.FROZEN, 0)
                .set(DisputeColumns.RESPOND_BY_MS, 0);
    }

    private RowChange step(long dispute, DisputeStatus status, DisputeColumns.Step step) {
        return change(dispute)
                .set(DisputeColumns.STATUS, status.code())
                .set(step.sequence, frame.sequence())
                .set(step.atMs, frame.atMs())
                .set(step.text, note());
    }

    /** The text of whoever took the step: a side, the operator, or the second of his persons. */
    private @Nullable String note() {
        @Nullable String bySide = frame.text(ActOnDisputeDecoder.TEMPLATE_ID);
        @Nullable String byOperator =
                bySide == null ? frame.text(ResolveDisputeDecoder.TEMPLATE_ID) : bySide;
        return byOperator == null ? frame.text(ApproveApprovalDecoder.TEMPLATE_ID) : byOperator;
    }

    private RowChange change(long dispute) {
        subject = dispute;
        return disputes.change(dispute).set(DisputeColumns.LAST_SEQUENCE, frame.sequence());
    }

    private RowChange piece(long dispute, int place, int by) {
        return evidence.create(dispute, place)
                .set(EvidenceColumns.BY, by)
                .set(EvidenceColumns.SEQUENCE, frame.sequence())
                .set(EvidenceColumns.CREATED_AT_MS, frame.atMs());
    }

    private void goOn(long payment, long autoConfirmAtMs) {
        if (autoConfirmAtMs != 0) {
            payments.change(payment).set(PaymentColumns.AUTO_CONFIRM_AT_MS, autoConfirmAtMs);
        }
    }

    private static void turnFacts(int by, long respondByMs, JsonFacts facts) {
        facts.name("by", CodeNames.disputeParty(by)).time("respond_by", respondByMs);
    }
}
