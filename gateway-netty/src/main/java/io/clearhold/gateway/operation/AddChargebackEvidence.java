package io.clearhold.gateway.operation;

import io.clearhold.core.codec.AddChargebackEvidenceEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/** {@code POST /v1/chargebacks/{id}/evidence}: the payee contests it, and the channel is told. */
final class AddChargebackEvidence implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required().optional("text", "files");

    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName FILES = JsonName.of("files");
    private static final int MOST_FILES = 20;

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        boolean any = false;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> TextFields.string(body, TEXT, 1, 5000, text);
                case 1 -> files(body, text);
                default -> throw new IllegalStateException("field " + field);
            }
            any = true;
        }
        if (!any) {
            throw body.invalidMember("/text", "must be given, or files");
        }
        AddChargebackEvidenceEncoder command = new AddChargebackEvidenceEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.chargeback(request.id(IdKind.CHARGEBACK)).putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    /** Names or addresses of files; what is in them is between payee and channel. */
    private static void files(BodyReader body, JsonWriter text) {
        body.beginArray();
        text.name(FILES).beginArray();
        for (int count = 0; body.nextElement(); count++) {
            if (count == MOST_FILES) {
                throw body.invalidMember("/files", "may have " + MOST_FILES + " files");
            }
            text.string(body.text(1, 500));
        }
        text.endArray();
    }
}
