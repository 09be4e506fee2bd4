package io.clearhold.gateway.render;

import io.clearhold.core.codec.DisputeResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.DisputeParty;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;

/** The dispute object. Confined to one thread. */
final class DisputeRenderer {
    private static final JsonName PAYMENT = JsonName.of("payment");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName AMOUNT_FROZEN = JsonName.of("amount_frozen");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName REASON = JsonName.of("reason");
    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName MILESTONE = JsonName.of("milestone");
    private static final JsonName EVIDENCE = JsonName.of("evidence");
    private static final JsonName BY = JsonName.of("by");
    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName FILES = JsonName.of("files");
    private static final JsonName REJECTION = JsonName.of("rejection");
    private static final JsonName RETURN = JsonName.of("return");
    private static final JsonName CARRIER = JsonName.of("carrier");
    private static final JsonName TRACKING_NUMBER = JsonName.of("tracking_number");
    private static final JsonName AGREED_AT = JsonName.of("agreed_at");
    private static final JsonName AGREED_NOTE = JsonName.of("agreed_note");
    private static final JsonName SHIPPED_AT = JsonName.of("shipped_at");
    private static final JsonName ESCALATION = JsonName.of("escalation");
    private static final JsonName RESOLUTION = JsonName.of("resolution");
    private static final JsonName OUTCOME = JsonName.of("outcome");
    private static final JsonName BUYER_AMOUNT = JsonName.of("buyer_amount");
    private static final JsonName SELLER_AMOUNT = JsonName.of("seller_amount");
    private static final JsonName REFUND = JsonName.of("refund");
    private static final JsonName NOTE = JsonName.of("note");
    private static final JsonName RESPOND_BY = JsonName.of("respond_by");
    private static final JsonName CREATED_AT = JsonName.of("created_at");

    private final TextSource texts;
    private final TextMembers inner = new TextMembers();

    DisputeRenderer(TextSource texts) {
        this.texts = texts;
    }

    void write(DisputeResultDecoder dispute, JsonWriter out) {
        out.beginObject();
        ObjectHead.write(IdKind.DISPUTE, dispute.dispute(), "dispute", out);
        out.member(PAYMENT, IdKind.PAYMENT, dispute.payment());
        out.member(AMOUNT, dispute.amount());
        out.member(AMOUNT_FROZEN, dispute.frozen());
        out.member(CURRENCY, Currencies.code(dispute.currency()));
        out.member(STATUS, DisputeStatus.of(dispute.status()).label());
        TextMembers text = texts.at(dispute.textSequence());
        text.copyOrNull(REASON, out);
        text.copyOrNull(DESCRIPTION, out);
        text.copyOrNull(MILESTONE, out);
        evidence(dispute, out);
        step(REJECTION, dispute.rejectedSequence(), 0, dispute.rejectedAtMs(), out);
        sentBack(dispute, out);
        step(
                ESCALATION,
                dispute.escalatedSequence(),
                dispute.escalatedBy(),
                dispute.escalatedAtMs(),
                out);
        resolution(dispute, out);
        out.memberTime(RESPOND_BY, dispute.respondByMs());
        ObjectHead.end(dispute.sequence(), dispute.createdAtMs(), out);
        out.endObject();
    }

    /**
     * Oldest first; what came with the dispute stands in its text, the rest in texts of its own.
     */
    private void evidence(DisputeResultDecoder dispute, JsonWriter out) {
        out.name(EVIDENCE).beginArray();
        for (DisputeResultDecoder.EvidenceDecoder piece : dispute.evidence()) {
            TextMembers text = texts.at(piece.sequence());
            TextMembers first = text.object(EVIDENCE, inner);
            TextMembers of = first == null ? text : first;
            out.beginObject();
            by(piece.by(), out);
            of.copyOrNull(TEXT, out);
            if (of.find(FILES) < 0) {
                out.name(FILES).beginArray().endArray();
            } else {
                of.copyOrNull(FILES, out);
            }
            out.memberTime(CREATED_AT, piece.createdAtMs());
            out.endObject();
        }
        out.endArray();
    }

    private void step(JsonName name, long sequence, int by, long atMs, JsonWriter out) {
        if (sequence == 0) {
            out.memberNull(name);
            return;
        }
        out.name(name).beginObject();
        if (by != 0) {
            by(by, out);
        }
        texts.at(sequence).copyOrNull(NOTE, out);
        out.memberTime(CREATED_AT, atMs);
        out.endObject();
    }

    /** From the payee's agreement on. */
    private void sentBack(DisputeResultDecoder dispute, JsonWriter out) {
        if (dispute.agreedSequence() == 0) {
            out.memberNull(RETURN);
            return;
        }
        out.name(RETURN).beginObject();
        out.memberTime(AGREED_AT, dispute.agreedAtMs());
        TextMembers agreed = texts.at(dispute.agreedSequence());
        int note = agreed.find(NOTE);
        if (note < 0) {
            out.memberNull(AGREED_NOTE);
        } else {
            out.name(AGREED_NOTE)
                    .raw(agreed.array(), agreed.valueOffset(note), agreed.valueLength(note));
        }
        TextMembers shipped = texts.at(dispute.returnedSequence());
        boolean isShipped = dispute.returnedSequence() != 0;
        copy(isShipped, shipped, CARRIER, out);
        copy(isShipped, shipped, TRACKING_NUMBER, out);
        copy(isShipped, shipped, NOTE, out);
        out.memberTime(SHIPPED_AT, dispute.returnedAtMs());
        out.endObject();
    }

    private void resolution(DisputeResultDecoder dispute, JsonWriter out) {
        if (dispute.endedSequence() == 0) {
            out.memberNull(RESOLUTION);
            return;
        }
        out.name(RESOLUTION).beginObject();
        out.member(OUTCOME, DisputeStatus.of(dispute.status()).label());
        by(dispute.endedBy(), out);
        out.member(BUYER_AMOUNT, dispute.buyerAmount());
        out.member(SELLER_AMOUNT, dispute.sellerAmount());
        out.member(REFUND, IdKind.REFUND, dispute.refund());
        texts.at(dispute.endedSequence()).copyOrNull(NOTE, out);
        out.memberTime(CREATED_AT, dispute.endedAtMs());
        out.endObject();
    }

    private static void copy(boolean there, TextMembers text, JsonName name, JsonWriter out) {
        if (there) {
            text.copyOrNull(name, out);
        } else {
            out.memberNull(name);
        }
    }

    private static void by(int party, JsonWriter out) {
        out.member(BY, DisputeParty.of(party).label());
    }
}
