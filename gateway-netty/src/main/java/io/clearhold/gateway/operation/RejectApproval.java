package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.RejectApprovalEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.JsonWriter;

/** {@code POST /v1/approvals/{id}/reject}: a second person does not agree. */
final class RejectApproval implements Operation.ThroughRing {
    @Override
    public int encode(Request request, Workbench bench) {
        JsonWriter text = TextFields.noteAlone(request, bench);
        RejectApprovalEncoder command = new RejectApprovalEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.approval(request.id(IdKind.APPROVAL)).putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
