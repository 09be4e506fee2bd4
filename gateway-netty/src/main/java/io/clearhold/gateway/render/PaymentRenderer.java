package io.clearhold.gateway.render;

import io.clearhold.core.codec.PaymentResultDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.auth.Secrets;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;

/** The payment object. Confined to one thread. */
final class PaymentRenderer {
    private static final JsonName PAYMENT_STATUS = JsonName.of("status");
    private static final JsonName REFERENCE = JsonName.of("reference");
    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName MODE = JsonName.of("mode");
    private static final JsonName AMOUNT = JsonName.of("amount");
    private static final JsonName CURRENCY = JsonName.of("currency");
    private static final JsonName AMOUNT_COLLECTED = JsonName.of("amount_collected");
    private static final JsonName AMOUNT_HELD = JsonName.of("amount_held");
    private static final JsonName AMOUNT_FROZEN = JsonName.of("amount_frozen");
    private static final JsonName AMOUNT_RELEASED = JsonName.of("amount_released");
    private static final JsonName AMOUNT_REFUNDED = JsonName.of("amount_refunded");
    private static final JsonName AMOUNT_CHARGED_BACK = JsonName.of("amount_charged_back");
    private static final JsonName FEE_AMOUNT = JsonName.of("fee_amount");
    private static final JsonName PAYEE = JsonName.of("payee");
    private static final JsonName PAYER = JsonName.of("payer");
    private static final JsonName PAYMENT_LINK = JsonName.of("payment_link");
    private static final JsonName SPLITS = JsonName.of("splits");
    private static final JsonName ACCOUNT = JsonName.of("account");
    private static final JsonName BPS = JsonName.of("bps");
    private static final JsonName TAKEN = JsonName.of("taken");
    private static final JsonName CHECKOUT_URL = JsonName.of("checkout_url");
    private static final JsonName RETURN_URL = JsonName.of("return_url");
    private static final JsonName CLIENT_SECRET = JsonName.of("client_secret");
    private static final JsonName PAYER_SECRET = JsonName.of("payer_secret");
    private static final JsonName PAY_BY = JsonName.of("pay_by");
    private static final JsonName SHIP_BY = JsonName.of("ship_by");
    private static final JsonName AUTO_REFUND = JsonName.of("auto_refund");
    private static final JsonName AUTO_CONFIRM_AFTER = JsonName.of("auto_confirm_after");
    private static final JsonName AUTO_CONFIRM_AT = JsonName.of("auto_confirm_at");
    private static final JsonName CANCEL_REQUESTED = JsonName.of("cancel_requested");
    private static final JsonName SHIPMENT = JsonName.of("shipment");
    private static final JsonName DISPUTE = JsonName.of("dispute");
    private static final JsonName LAST_PAYMENT_ERROR = JsonName.of("last_payment_error");

    private final Secrets secrets;
    private final TextSource texts;
    private final ShipmentRenderer shipments;
    private final MilestoneRenderer milestones;

    PaymentRenderer(Secrets secrets, TextSource texts) {
        this.secrets = secrets;
        this.texts = texts;
        this.shipments = new ShipmentRenderer(texts);
        this.milestones = new MilestoneRenderer(shipments);
    }

    void write(PaymentResultDecoder payment, JsonWriter out) {
        TextMembers text = texts.at(payment.textSequence());
        out.beginObject();
        ObjectHead.write(IdKind.PAYMENT, payment.payment(), "payment", out);
        out.member(PAYMENT_STATUS, PaymentStatus.of(payment.status()).label());
        text.copyOrNull(REFERENCE, out);
        text.copyOrNull(DESCRIPTION, out);
        out.member(MODE, PaymentMode.of(payment.mode()).label());
        amounts(payment, out);
        out.member(PAYEE, IdKind.ACCOUNT, payment.payee());
        out.member(PAYER, IdKind.ACCOUNT, payment.payer());
        out.member(PAYMENT_LINK, IdKind.PAYMENT_LINK, payment.link());
        splits(payment, out);
        if (milestones.write(payment, text, out)) {
            // Texts of shipments were read meanwhile.
            text = texts.at(payment.textSequence());
        }
        out.memberNull(CHECKOUT_URL);
        text.copyOrNull(RETURN_URL, out);
        secrets(payment, out);
        out.memberTime(PAY_BY, payment.payByMs());
        out.memberTime(SHIP_BY, payment.shipByMs());
        out.member(AUTO_REFUND, payment.autoRefund() != 0);
        out.member(AUTO_CONFIRM_AFTER, payment.autoConfirmAfterSeconds());
        out.memberTime(AUTO_CONFIRM_AT, payment.autoConfirmAtMs());
        out.member(CANCEL_REQUESTED, payment.cancelRequested() != 0);
        // The text of the shipment is another frame, so what this one still owes goes first.
        ObjectHead.metadata(text, out);
        out.name(SHIPMENT);
        shipments.write(payment.shipmentSequence(), out);
        out.member(DISPUTE, IdKind.DISPUTE, payment.dispute());
        Failures.member(LAST_PAYMENT_ERROR, payment.lastError(), out);
        ObjectHead.end(payment.sequence(), payment.createdAtMs(), out);
        out.endObject();
    }

    private static void amounts(PaymentResultDecoder payment, JsonWriter out) {
        out.member(AMOUNT, payment.amount());
        out.member(CURRENCY, Currencies.code(payment.currency()));
        out.member(AMOUNT_COLLECTED, payment.amountCollected());
        out.member(AMOUNT_HELD, payment.amountHeld());
        out.member(AMOUNT_FROZEN, payment.amountFrozen());
        out.member(AMOUNT_RELEASED, payment.amountReleased());
        out.member(AMOUNT_REFUNDED, payment.amountRefunded());
        out.member(AMOUNT_CHARGED_BACK, payment.amountChargedBack());
        out.member(FEE_AMOUNT, payment.feeAmount());
    }

    private static void splits(PaymentResultDecoder payment, JsonWriter out) {
        out.name(SPLITS).beginArray();
        for (PaymentResultDecoder.SplitsDecoder split : payment.splits()) {
            out.beginObject();
            out.member(ACCOUNT, IdKind.ACCOUNT, split.account());
            out.member(ShareKind.of(split.kind()) == ShareKind.BPS ? BPS : AMOUNT, split.value());
            out.member(TAKEN, split.taken());
            out.endObject();
        }
        out.endArray();
    }

    private void secrets(PaymentResultDecoder payment, JsonWriter out) {
        if (payment.showClientSecret() == 0) {
            out.memberNull(CLIENT_SECRET);
        } else {
            out.name(CLIENT_SECRET).beginString();
            byte[] target = out.reserve(Secrets.MAX_LENGTH);
            out.advance(secrets.putClientSecret(payment.payment(), target, out.length()));
            out.endString();
        }
        if (payment.showPayerSecret() != 0) {
            out.name(PAYER_SECRET).beginString();
            byte[] target = out.reserve(Secrets.MAX_LENGTH);
            int attempt = payment.attempt();
            out.advance(secrets.putPayerSecret(payment.payment(), attempt, target, out.length()));
            out.endString();
        }
    }
}
