package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CreatePaymentEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PaymentMode;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/**
 * {@code POST /v1/payments}: the terms of a payment, and perhaps the method to pay it at once. The
 * most frequent request: values go from the parser straight into the command.
 */
final class CreatePayment implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("amount", "currency", "payee", "reference", "mode")
                    .optional(
                            "payer",
                            "description",
                            "metadata",
                            "return_url",
                            "pay_by",
                            "ship_by",
                            "auto_refund",
                            "auto_confirm_after",
                            "fee",
                            "splits",
                            "method",
                            "milestones");

    static final long LONGEST_SECONDS = 10L * 366 * 86_400;

    private static final JsonName REFERENCE = JsonName.of("reference");
    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName RETURN_URL = JsonName.of("return_url");

    /** The ledger's setting decides. */
    static final long NOT_GIVEN = -1;

    private final GatewaySettings settings;

    CreatePayment(GatewaySettings settings) {
        this.settings = settings;
    }

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
        CreatePaymentEncoder command = terms.command;
        bench.message()
                .setMemory(
                        MessageHeaderEncoder.ENCODED_LENGTH,
                        CreatePaymentEncoder.BLOCK_LENGTH,
                        (byte) 0);
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        command.autoConfirmAfterSeconds(NOT_GIVEN);
        long payee = 0;
        int referenceFrom = 0;
        int referenceTo = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> command.amount(body.amount());
                case 1 -> command.currency(body.currency());
                case 2 -> {
                    payee = body.id(IdKind.ACCOUNT);
                    command.payee(payee);
                }
                case 3 -> {
                    CharSpan reference = body.text(1, 64);
                    text.name(REFERENCE);
                    referenceFrom = text.length();
                    text.string(reference);
                    referenceTo = text.length();
                }
                case 4 -> command.mode(mode(body));
                case 16 -> terms.milestones.read(body, bench.digests(), text);
                default -> optional(field, body, terms, text);
            }
        }
        request.putOrigin(command.origin());
        bench.digests().reference(payee, text.array(), referenceFrom, referenceTo - referenceFrom);
        command.referenceHigh(bench.digests().high()).referenceLow(bench.digests().low());
        command.feeKind(terms.fee.kindCode())
                .feeValue(terms.fee.value())
                .feeMin(terms.fee.min())
                .feeMax(terms.fee.max())
                .methodKind(terms.method.kindCode())
                .channel(terms.method.channel())
                .wallet(terms.method.wallet());
        terms.putSplits(command.splitsCount(terms.splitCount()));
        terms.putMilestones(command.milestonesCount(terms.milestones.count()));
        command.putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private void optional(int field, BodyReader body, PaymentTerms terms, JsonWriter text) {
        CreatePaymentEncoder command = terms.command;
        switch (field) {
            case 5 -> command.payer(body.id(IdKind.ACCOUNT));
            case 6 -> TextFields.string(body, DESCRIPTION, 0, 500, text);
            case 7 -> TextFields.metadata(body, text);
            case 8 -> TextFields.url(body, RETURN_URL, text);
            case 9 -> command.payByMs(body.time());
            case 10 -> command.shipByMs(body.time());
            case 11 -> command.autoRefund((short) (body.bool() ? 1 : 0));
            case 12 -> command.autoConfirmAfterSeconds(body.integer(1, LONGEST_SECONDS));
            case 13 -> {
                body.beginObject();
                terms.fee.read(body, "/fee");
            }
            case 14 -> terms.readSplits(body);
            case 15 -> terms.method.read(body, settings, text);
            default -> throw new IllegalStateException("field " + field);
        }
    }

    static short mode(BodyReader body) {
        CharSpan name = body.text(1, 16);
        for (PaymentMode mode : PaymentMode.values()) {
            if (mode.label().contentEquals(name)) {
                return (short) mode.code();
            }
        }
        throw body.invalid("must be escrow or direct");
    }
}
