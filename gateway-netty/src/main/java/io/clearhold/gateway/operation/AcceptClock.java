package io.clearhold.gateway.operation;

import io.clearhold.core.codec.AcceptClockEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/ledger/clock/accept}: an operator has looked, and deadlines that move money go
 * on.
 */
final class AcceptClock implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required().optional("note");

    private static final JsonName NOTE = JsonName.of("note");

    @Override
    public int encode(Request request, Workbench bench) {
        @Nullable BodyReader body = bench.bodyIfAny(request);
        JsonWriter text = request.text();
        while (body != null && body.nextField(FIELDS) >= 0) {
            TextFields.string(body, NOTE, 1, 500, text);
        }
        AcceptClockEncoder command = new AcceptClockEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
