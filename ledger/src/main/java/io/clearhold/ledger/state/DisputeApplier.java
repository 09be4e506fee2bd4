package io.clearhold.ledger.state;

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
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.ledger.state.DisputeTable.Step;
import org.agrona.DirectBuffer;

/** Applies events of disputes, templates 300 to 319: what is frozen, and whose turn it is. */
final class DisputeApplier implements FactApplier {
    private final LedgerState state;
    private final PaymentTable payments;
    private final DisputeTable disputes;
    private final DisputeOpenedDecoder opened = new DisputeOpenedDecoder();
    private final DisputeRejectedDecoder rejected = new DisputeRejectedDecoder();
    private final DisputeReturnAgreedDecoder returnAgreed = new DisputeReturnAgreedDecoder();
    private final DisputeReturnShippedDecoder returnShipped = new DisputeReturnShippedDecoder();
    private final DisputeEscalatedDecoder escalated = new DisputeEscalatedDecoder();
    private final DisputeAcceptedDecoder accepted = new DisputeAcceptedDecoder();
    private final DisputeResolvedDecoder resolved = new DisputeResolvedDecoder();
    private final DisputeWithdrawnDecoder withdrawn = new DisputeWithdrawnDecoder();
    private final DisputeEvidenceAddedDecoder evidence = new DisputeEvidenceAddedDecoder();
    private final DisputeShrunkDecoder shrunk = new DisputeShrunkDecoder();
    private final DisputeOverdueDecoder overdue = new DisputeOverdueDecoder();

    DisputeApplier(LedgerState state) {
        this.state = state;
        this.payments = state.payments;
        this.disputes = state.disputes;
    }

    @Override
    public void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case DisputeOpenedDecoder.TEMPLATE_ID ->
                    apply(opened.wrapAndApplyHeader(buffer, offset, header));
            case DisputeRejectedDecoder.TEMPLATE_ID -> {
                rejected.wrapAndApplyHeader(buffer, offset, header);
                int dispute = touch(rejected.chain().payment(), rejected.dispute());
                turn(dispute, DisputeStatus.REJECTED, Step.REJECTED, rejected.respondByMs());
            }
            case DisputeReturnAgreedDecoder.TEMPLATE_ID -> {
                returnAgreed.wrapAndApplyHeader(buffer, offset, header);
                int dispute = touch(returnAgreed.chain().payment(), returnAgreed.dispute());
                turn(dispute, DisputeStatus.RETURN_AGREED, Step.AGREED, returnAgreed.respondByMs());
            }
            case DisputeReturnShippedDecoder.TEMPLATE_ID -> {
                returnShipped.wrapAndApplyHeader(buffer, offset, header);
                int dispute = touch(returnShipped.chain().payment(), returnShipped.dispute());
                turn(
                        dispute,
                        DisputeStatus.RETURN_SHIPPED,
                        Step.RETURNED,
                        returnShipped.respondByMs());
            }
            case DisputeEscalatedDecoder.TEMPLATE_ID -> {
                escalated.wrapAndApplyHeader(buffer, offset, header);
                int dispute = touch(escalated.chain().payment(), escalated.dispute());
                disputes.escalatedBy(dispute, escalated.by());
                turn(dispute, DisputeStatus.ESCALATED, Step.ESCALATED, escalated.respondByMs());
            }
            case DisputeEvidenceAddedDecoder.TEMPLATE_ID -> {
                evidence.wrapAndApplyHeader(buffer, offset, header);
                int dispute = touch(evidence.chain().payment(), evidence.dispute());
                addEvidence(dispute, DisputeParty.of(evidence.by()));
            }
            case DisputeOverdueDecoder.TEMPLATE_ID -> {
                overdue.wrapAndApplyHeader(buffer, offset, header);
                respondBy(
                        touch(overdue.chain().payment(), overdue.dispute()), overdue.respondByMs());
            }
            case DisputeShrunkDecoder.TEMPLATE_ID -> {
                shrunk.wrapAndApplyHeader(buffer, offset, header);
                int dispute = touch(shrunk.chain().payment(), shrunk.dispute());
                freeze(payments.find(shrunk.chain().payment()), dispute, shrunk.frozen());
            }
            default -> applyEnd(buffer, offset, header);
        }
    }

    private void applyEnd(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case DisputeAcceptedDecoder.TEMPLATE_ID -> {
                accepted.wrapAndApplyHeader(buffer, offset, header);
                int dispute = touch(accepted.chain().payment(), accepted.dispute());
                disputes.buyerAmount(dispute, accepted.amount());
                disputes.refund(dispute, accepted.refund());
                end(dispute, DisputeStatus.ACCEPTED, accepted.by());
                goOn(payment(dispute), accepted.autoConfirmAtMs());
            }
            case DisputeResolvedDecoder.TEMPLATE_ID -> {
                resolved.wrapAndApplyHeader(buffer, offset, header);
                int dispute = touch(resolved.chain().payment(), resolved.dispute());
                disputes.buyerAmount(dispute, resolved.buyerAmount());
                disputes.sellerAmount(dispute, resolved.sellerAmount());
                disputes.refund(dispute, resolved.refund());
                end(dispute, DisputeStatus.RESOLVED, resolved.by());
                goOn(payment(dispute), resolved.autoConfirmAtMs());
            }
            case DisputeWithdrawnDecoder.TEMPLATE_ID -> {
                withdrawn.wrapAndApplyHeader(buffer, offset, header);
                int dispute = touch(withdrawn.chain().payment(), withdrawn.dispute());
                end(dispute, DisputeStatus.WITHDRAWN, withdrawn.by());
                goOn(payment(dispute), withdrawn.autoConfirmAtMs());
                if (withdrawn.refundAtMs() != 0) {
                    state.schedule(payment(dispute), withdrawn.refundAtMs());
                }
            }
            default ->
                    throw new IllegalStateException(
                            "unknown event of a dispute " + header.templateId());
        }
    }

    /** The deadline of confirmation stands still; the one for shipping goes on. */
    private void apply(DisputeOpenedDecoder event) {
        int payment = payments.find(event.chain().payment());
        payments.lastSequence(payment, state.sequence());
        int dispute = disputes.add(event.dispute());
        disputes.payment(dispute, event.chain().payment());
        disputes.currency(dispute, event.currency());
        disputes.amount(dispute, event.amount());
        disputes.textSequence(dispute, state.sequence());
        disputes.lastSequence(dispute, state.sequence());
        disputes.createdAtMs(dispute, state.logTimeMs());
        disputes.status(dispute, DisputeStatus.OPEN);
        respondBy(dispute, event.respondByMs());
        freeze(payment, dispute, event.amount());
        state.extras.dispute(payment, event.dispute());
        state.extras.disputes(payment, state.extras.disputes(payment) + 1);
        if (event.pausedMs() != 0) {
            state.extras.pausedMs(payment, event.pausedMs());
            payments.autoConfirmAtMs(payment, 0);
            state.schedule(payment, 0);
        }
        if (event.hasEvidence() != 0) {
            addEvidence(dispute, DisputeParty.of(event.by()));
        }
    }

    private void turn(int dispute, DisputeStatus status, Step step, long respondByMs) {
        disputes.status(dispute, status);
        disputes.step(dispute, step, state.sequence(), state.logTimeMs());
        respondBy(dispute, respondByMs);
    }

    private void end(int dispute, DisputeStatus status, int by) {
        disputes.endedBy(dispute, by);
        turn(dispute, status, Step.ENDED, 0);
        freeze(payment(dispute), dispute, 0);
        state.extras.pausedMs(payment(dispute), 0);
    }

    /** The deadline of confirmation runs again, if it is said when it is due. */
    private void goOn(int payment, long autoConfirmAtMs) {
        if (autoConfirmAtMs != 0) {
            payments.autoConfirmAtMs(payment, autoConfirmAtMs);
            state.schedule(payment, autoConfirmAtMs);
        }
    }

    private int payment(int dispute) {
        return payments.find(disputes.payment(dispute));
    }

    private void freeze(int payment, int dispute, long amount) {
        disputes.frozen(dispute, amount);
        state.extras.frozen(payment, amount);
    }

    private void addEvidence(int dispute, DisputeParty by) {
        int count = disputes.evidenceCount(dispute);
        int piece =
                state.evidence.add(
                        disputes.id(dispute),
                        count,
                        by,
                        state.sequence(),
                        state.logTimeMs(),
                        disputes.lastEvidence(dispute));
        disputes.lastEvidence(dispute, piece);
        disputes.evidenceCount(dispute, count + 1);
    }

    private void respondBy(int dispute, long timeMs) {
        disputes.respondByMs(dispute, timeMs);
        disputes.deadline(
                dispute,
                state.deadlines.schedule(disputes.deadline(dispute), disputes.id(dispute), timeMs));
    }

    private int touch(long payment, long id) {
        payments.lastSequence(payments.find(payment), state.sequence());
        int dispute = disputes.find(id);
        disputes.lastSequence(dispute, state.sequence());
        return dispute;
    }
}
