package io.clearhold.gateway.render;

import io.clearhold.core.codec.PaymentLinkResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;
import org.jspecify.annotations.Nullable;

/** The payment link object. Confined to one thread. */
final class PaymentLinkRenderer {
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName PAYEE = JsonName.of("payee");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName MODE = JsonName.of("mode");
    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName RETURN_URL = JsonName.of("return_url");
    private static final JsonName FEE = JsonName.of("fee");
    private static final JsonName SPLITS = JsonName.of("splits");
    private static final JsonName MILESTONES = JsonName.of("milestones");
    private static final JsonName PAY_WITHIN = JsonName.of("pay_within");
    private static final JsonName SHIP_WITHIN = JsonName.of("ship_within");
    private static final JsonName AUTO_REFUND = JsonName.of("auto_refund");
    private static final JsonName AUTO_CONFIRM_AFTER = JsonName.of("auto_confirm_after");
    private static final JsonName MAX_USES = JsonName.of("max_uses");
    private static final JsonName USES = JsonName.of("uses");
    private static final JsonName EXPIRES_AT = JsonName.of("expires_at");
    private static final JsonName URL = JsonName.of("url");
    private static final JsonName SECRET = JsonName.of("secret");

    private final Secrets secrets;
    private final TextSource texts;
    private final TextMembers members = new TextMembers();

    PaymentLinkRenderer(Secrets secrets, TextSource texts) {
        this.secrets = secrets;
        this.texts = texts;
    }

    void write(PaymentLinkResultDecoder link, JsonWriter out) {
        TextMembers text = texts.at(link.textSequence());
        out.beginObject();
        ObjectHead.write(IdKind.PAYMENT_LINK, link.link(), "payment_link", out);
        out.member(STATUS, link.active() == 0 ? "inactive" : "active");
        out.member(PAYEE, IdKind.ACCOUNT, link.payee());
        out.member(AMOUNT, link.amount());
        out.member(CURRENCY, Currencies.code(link.currency()));
        out.member(MODE, PaymentMode.of(link.mode()).label());
        text.copyOrNull(DESCRIPTION, out);
        text.copyOrNull(RETURN_URL, out);
        fee(link, out);
        splits(text, out);
        milestones(text, out);
        positiveOrNull(PAY_WITHIN, link.payWithinSeconds(), out);
        positiveOrNull(SHIP_WITHIN, link.shipWithinSeconds(), out);
        out.member(AUTO_REFUND, link.autoRefund() != 0);
        positiveOrNull(AUTO_CONFIRM_AFTER, link.autoConfirmAfterSeconds(), out);
        positiveOrNull(MAX_USES, link.maxUses(), out);
        out.member(USES, link.uses());
        out.memberTime(EXPIRES_AT, link.expiresAtMs());
        String id = ObjectId.toText(IdKind.PAYMENT_LINK, link.link());
        out.member(URL, "/v1/payment_links/" + id + "/payments");
        if (link.showSecret() == 0) {
            out.memberNull(SECRET);
        } else {
            out.member(SECRET, secrets.linkSecret(link.link()));
        }
        ObjectHead.metadata(text, out);
        ObjectHead.end(link.sequence(), link.createdAtMs(), out);
        out.endObject();
    }

    private static void fee(PaymentLinkResultDecoder link, JsonWriter out) {
        if (ShareKind.of(link.feeKind()) == ShareKind.NONE) {
            out.memberNull(FEE);
        } else {
            out.name(FEE);
            Fees.value(link.feeKind(), link.feeValue(), link.feeMin(), link.feeMax(), out);
        }
    }

    private static void splits(TextMembers text, JsonWriter out) {
        if (text.find(SPLITS) < 0) {
            out.name(SPLITS).beginArray().endArray();
        } else {
            text.copyOrNull(SPLITS, out);
        }
    }

    private void milestones(TextMembers text, JsonWriter out) {
        out.name(MILESTONES).beginArray();
        @Nullable TextMembers parts = text.object(MILESTONES, members);
        for (int i = 0; parts != null && i < parts.count(); i++) {
            out.beginObject();
            out.rawMember("\"name\"", '"' + parts.rawName(i) + '"');
            out.name(AMOUNT).raw(parts.array(), parts.valueOffset(i), parts.valueLength(i));
            out.endObject();
        }
        out.endArray();
    }

    private static void positiveOrNull(JsonName name, long value, JsonWriter out) {
        if (value > 0) {
            out.member(name, value);
        } else {
            out.memberNull(name);
        }
    }
}
