package io.clearhold.gateway.render;

import io.clearhold.core.codec.ChargebackResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;

/** The object of a chargeback. Confined to one thread. */
final class ChargebackRenderer {
    private static final JsonName PAYMENT = JsonName.of("payment");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName COST = JsonName.of("cost");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName REASON = JsonName.of("reason");
    private static final JsonName EVIDENCE = JsonName.of("evidence");
    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName FILES = JsonName.of("files");
    private static final JsonName RESPOND_BY = JsonName.of("respond_by");

    private final TextSource texts;

    ChargebackRenderer(TextSource texts) {
        this.texts = texts;
    }

    void write(ChargebackResultDecoder chargeback, JsonWriter out) {
        out.beginObject();
        ObjectHead.write(IdKind.CHARGEBACK, chargeback.chargeback(), "chargeback", out);
        out.member(PAYMENT, IdKind.PAYMENT, chargeback.payment());
        out.member(AMOUNT, chargeback.amount());
        out.member(CURRENCY, Currencies.code(chargeback.currency()));
        out.member(COST, chargeback.cost());
        out.member(STATUS, ChargebackStatus.of(chargeback.status()).label());
        texts.at(chargeback.textSequence()).copyOrNull(REASON, out);
        evidence(chargeback.evidenceSequence(), out);
        out.memberTime(RESPOND_BY, chargeback.respondByMs());
        ObjectHead.end(chargeback.sequence(), chargeback.createdAtMs(), out);
        out.endObject();
    }

    private void evidence(long sequence, JsonWriter out) {
        if (sequence == 0) {
            out.memberNull(EVIDENCE);
            return;
        }
        TextMembers text = texts.at(sequence);
        out.name(EVIDENCE).beginObject();
        text.copyOrNull(TEXT, out);
        text.copyOrNull(FILES, out);
        out.endObject();
    }
}
