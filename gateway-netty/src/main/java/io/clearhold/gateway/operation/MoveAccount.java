package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.MoveAccountEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountTrigger;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/accounts/{id}/freeze|unfreeze|close}: by the operator's staff. */
final class MoveAccount implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required().optional("reason");

    private static final JsonName REASON = JsonName.of("reason");

    private final AccountTrigger trigger;

    MoveAccount(AccountTrigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public Form form() {
        return Form.REQUESTED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        JsonWriter text = reason(request, bench);
        MoveAccountEncoder command = new MoveAccountEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.account(request.id(IdKind.ACCOUNT))
                .trigger((short) trigger.code())
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    /** The text with the reason, empty if none was given. */
    static JsonWriter reason(Request request, Workbench bench) {
        JsonWriter text = request.text();
        if (request.bodyLength() > 0) {
            BodyReader body = bench.body(request);
            while (body.nextField(FIELDS) >= 0) {
                TextFields.string(body, REASON, 1, 500, text);
            }
        }
        return text;
    }
}
