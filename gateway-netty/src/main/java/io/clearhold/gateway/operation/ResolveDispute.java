package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.ResolveDisputeEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/**
 * {@code POST /v1/disputes/{id}/resolve}: the operator divides the frozen money, or proposes to if
 * it is much.
 */
final class ResolveDispute implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("buyer_amount", "seller_amount").optional("note");

    private static final JsonName NOTE = JsonName.of("note");

    @Override
    public Form form() {
        return Form.REQUESTED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        long buyer = 0;
        long seller = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> buyer = body.integer(0, Long.MAX_VALUE);
                case 1 -> seller = body.integer(0, Long.MAX_VALUE);
                case 2 -> TextFields.string(body, NOTE, 1, 5000, text);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        ResolveDisputeEncoder command = new ResolveDisputeEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.dispute(request.id(IdKind.DISPUTE))
                .buyerAmount(buyer)
                .sellerAmount(seller)
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
