package io.clearhold.ledger.machine;

import io.clearhold.core.codec.DisputeResultEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.ledger.state.DisputeTable;
import io.clearhold.ledger.state.DisputeTable.Step;
import io.clearhold.ledger.state.EvidenceTable;
import io.clearhold.ledger.state.LedgerState;
import org.agrona.MutableDirectBuffer;

/** Writes disputes as they stand in the state. */
final class DisputeWriter {
    private final LedgerState state;
    private final MutableDirectBuffer buffer;
    private final MessageHeaderEncoder header;
    private final DisputeResultEncoder result = new DisputeResultEncoder();
    private final int[] pieces = new int[DisputeDecisions.MOST_EVIDENCE];

    DisputeWriter(LedgerState state, MutableDirectBuffer buffer, MessageHeaderEncoder header) {
        this.state = state;
        this.buffer = buffer;
        this.header = header;
    }

    /** One dispute; returns the length of the message. */
    int write(int index) {
        DisputeTable table = state.disputes();
        result.wrapAndApplyHeader(buffer, 0, header)
                .dispute(table.id(index))
                .payment(table.payment(index))
                .status((short) table.status(index).code())
                .currency(table.currency(index))
                .amount(table.amount(index))
                .frozen(table.frozen(index))
                .respondByMs(table.respondByMs(index))
                .textSequence(table.textSequence(index))
                .rejectedSequence(table.sequenceOf(index, Step.REJECTED))
                .rejectedAtMs(table.timeOf(index, Step.REJECTED))
                .agreedSequence(table.sequenceOf(index, Step.AGREED))
                .agreedAtMs(table.timeOf(index, Step.AGREED))
                .returnedSequence(table.sequenceOf(index, Step.RETURNED))
                .returnedAtMs(table.timeOf(index, Step.RETURNED))
                .escalatedSequence(table.sequenceOf(index, Step.ESCALATED))
                .escalatedAtMs(table.timeOf(index, Step.ESCALATED))
                .escalatedBy((short) table.escalatedBy(index))
                .endedSequence(table.sequenceOf(index, Step.ENDED))
                .endedAtMs(table.timeOf(index, Step.ENDED))
                .endedBy((short) table.endedBy(index))
                .buyerAmount(table.buyerAmount(index))
                .sellerAmount(table.sellerAmount(index))
                .refund(table.refund(index))
                .sequence(table.lastSequence(index))
                .createdAtMs(table.createdAtMs(index));
        evidence(index);
        return result.limit();
    }

    /** The oldest first. */
    private void evidence(int index) {
        EvidenceTable table = state.evidence();
        int count = state.disputes().evidenceCount(index);
        int piece = state.disputes().lastEvidence(index);
        for (int place = count - 1; place >= 0; place--) {
            pieces[place] = piece;
            piece = table.previous(piece);
        }
        DisputeResultEncoder.EvidenceEncoder lines = result.evidenceCount(count);
        for (int place = 0; place < count; place++) {
            lines.next()
                    .by((short) table.by(pieces[place]).code())
                    .sequence(table.sequence(pieces[place]))
                    .createdAtMs(table.createdAtMs(pieces[place]));
        }
    }
}
