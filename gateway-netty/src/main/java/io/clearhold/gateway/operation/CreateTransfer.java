package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CreateTransferEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/transfers}: available money from one account to another, at once. */
final class CreateTransfer implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("from", "to", "amount", "currency")
                    .optional("reference", "metadata");

    private static final JsonName REFERENCE = JsonName.of("reference");

    @Override
    public Form form() {
        return Form.CREATED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        long from = 0;
        long to = 0;
        long amount = 0;
        int currency = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> from = body.id(IdKind.ACCOUNT);
                case 1 -> to = body.id(IdKind.ACCOUNT);
                case 2 -> amount = body.amount();
                case 3 -> currency = body.currency();
                case 4 -> TextFields.string(body, REFERENCE, 1, 64, text);
                case 5 -> TextFields.metadata(body, text);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        CreateTransferEncoder command = new CreateTransferEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.from(from)
                .to(to)
                .amount(amount)
                .currency(currency)
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
