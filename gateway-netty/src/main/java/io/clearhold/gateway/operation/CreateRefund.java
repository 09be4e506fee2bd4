package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.RefundPaymentEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/payments/{id}/refunds}: gives an amount back, or the rest. */
final class CreateRefund implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("reason").optional("amount", "refund_fee", "milestone");

    private static final JsonName REASON = JsonName.of("reason");

    @Override
    public Form form() {
        return Form.CREATED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        long amount = 0;
        boolean refundFee = false;
        long milestone = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> TextFields.string(body, REASON, 1, 500, text);
                case 1 -> amount = body.amount();
                case 2 -> refundFee = body.bool();
                case 3 -> milestone = Milestones.name(body, bench.digests());
                default -> throw new IllegalStateException("field " + field);
            }
        }
        RefundPaymentEncoder command = new RefundPaymentEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payment(request.id(IdKind.PAYMENT))
                .amount(amount)
                .refundFee((short) (refundFee ? 1 : 0))
                .milestone(milestone)
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
