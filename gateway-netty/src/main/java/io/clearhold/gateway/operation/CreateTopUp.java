package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CreateTopUpEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.MethodKind;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/topups}: a channel collects for an account's own balance. */
final class CreateTopUp implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("account", "amount", "currency", "method").optional("metadata");

    private final GatewaySettings settings;

    CreateTopUp(GatewaySettings settings) {
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
        MethodTerms method = new MethodTerms();
        long account = 0;
        long amount = 0;
        int currency = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> account = body.id(IdKind.ACCOUNT);
                case 1 -> amount = body.amount();
                case 2 -> currency = body.currency();
                case 3 -> {
                    method.read(body, settings, text);
                    if (method.kindCode() != MethodKind.CHANNEL.code()) {
                        throw body.invalidMember("/method", "must have a channel");
                    }
                }
                case 4 -> TextFields.metadata(body, text);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        CreateTopUpEncoder command = new CreateTopUpEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.account(account)
                .amount(amount)
                .currency(currency)
                .channel(method.channel())
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
