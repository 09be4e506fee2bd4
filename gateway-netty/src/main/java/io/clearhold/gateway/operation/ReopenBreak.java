package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.ReopenBreakEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/breaks/{id}/reopen}: what was done about it was wrong, if two persons agree. */
final class ReopenBreak implements Operation.ThroughRing {
    @Override
    public Form form() {
        return Form.REQUESTED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        JsonWriter text = TextFields.noteAlone(request, bench);
        ReopenBreakEncoder command = new ReopenBreakEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.breakId(request.id(IdKind.BREAK)).putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
