package io.clearhold.gateway.operation;

import io.clearhold.core.codec.AssignBreakEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/** {@code POST /v1/breaks/{id}/assign}: who looks after it. */
final class AssignBreak implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required("assigned_to");

    private static final JsonName ASSIGNED_TO = JsonName.of("assigned_to");

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        while (body.nextField(FIELDS) >= 0) {
            TextFields.string(body, ASSIGNED_TO, 1, 200, text);
        }
        AssignBreakEncoder command = new AssignBreakEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.breakId(request.id(IdKind.BREAK)).putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
