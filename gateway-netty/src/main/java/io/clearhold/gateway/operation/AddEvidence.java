package io.clearhold.gateway.operation;

import io.clearhold.core.codec.AddEvidenceEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.JsonWriter;

/** {@code POST /v1/disputes/{id}/evidence}: a side adds to what is known. */
final class AddEvidence implements Operation.ThroughRing {
    @Override
    public int encode(Request request, Workbench bench) {
        JsonWriter text = request.text();
        EvidenceText.read(bench.body(request), text);
        AddEvidenceEncoder command = new AddEvidenceEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.dispute(request.id(IdKind.DISPUTE)).putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
