package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CreatePaymentLinkEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/payment_links}: terms that make a payment each time somebody uses them. */
final class CreatePaymentLink implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("payee", "amount", "currency")
                    .optional(
                            "mode",
                            "fee",
                            "splits",
                            "milestones",
                            "pay_within",
                            "ship_within",
                            "auto_refund",
                            "auto_confirm_after",
                            "max_uses",
                            "expires_at",
                            "description",
                            "return_url",
                            "metadata");

    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName RETURN_URL = JsonName.of("return_url");

    @Override
    public Form form() {
        return Form.CREATED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        PaymentTerms terms = bench.paymentTerms();
        terms.reset();
        bench.message()
                .setMemory(
                        MessageHeaderEncoder.ENCODED_LENGTH,
                        CreatePaymentLinkEncoder.BLOCK_LENGTH,
                        (byte) 0);
        CreatePaymentLinkEncoder command = new CreatePaymentLinkEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        command.mode((short) PaymentMode.ESCROW.code())
                .autoConfirmAfterSeconds(CreatePayment.NOT_GIVEN);
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> command.payee(body.id(IdKind.ACCOUNT));
                case 1 -> command.amount(body.amount());
                case 2 -> command.currency(body.currency());
                case 3 -> command.mode(CreatePayment.mode(body));
                case 4 -> {
                    body.beginObject();
                    terms.fee.read(body, "/fee");
                }
                case 5 -> terms.readSplits(body, text);
                case 6 -> terms.milestones.read(body, bench.digests(), text);
                default -> bounds(field, body, command, text);
            }
        }
        request.putOrigin(command.origin());
        command.feeKind(terms.fee.kindCode())
                .feeValue(terms.fee.value())
                .feeMin(terms.fee.min())
                .feeMax(terms.fee.max());
        CreatePaymentLinkEncoder.SplitsEncoder splits = command.splitsCount(terms.splitCount());
        for (int i = 0; i < terms.splitCount(); i++) {
            splits.next()
                    .account(terms.splitAccount(i))
                    .kind(terms.splitKind(i))
                    .value(terms.splitValue(i));
        }
        CreatePaymentLinkEncoder.MilestonesEncoder milestones =
                command.milestonesCount(terms.milestones.count());
        for (int i = 0; i < terms.milestones.count(); i++) {
            milestones.next().name(terms.milestones.name(i)).amount(terms.milestones.amount(i));
        }
        command.putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private static void bounds(
            int field, BodyReader body, CreatePaymentLinkEncoder command, JsonWriter text) {
        switch (field) {
            case 7 -> command.payWithinSeconds(body.integer(1, CreatePayment.LONGEST_SECONDS));
            case 8 -> command.shipWithinSeconds(body.integer(1, CreatePayment.LONGEST_SECONDS));
            case 9 -> command.autoRefund((short) (body.bool() ? 1 : 0));
            case 10 ->
                    command.autoConfirmAfterSeconds(body.integer(1, CreatePayment.LONGEST_SECONDS));
            case 11 -> command.maxUses(body.integer(1, Long.MAX_VALUE));
            case 12 -> command.expiresAtMs(body.time());
            case 13 -> TextFields.string(body, DESCRIPTION, 0, 500, text);
            case 14 -> TextFields.url(body, RETURN_URL, text);
            case 15 -> TextFields.metadata(body, text);
            default -> throw new IllegalStateException("field " + field);
        }
    }
}
