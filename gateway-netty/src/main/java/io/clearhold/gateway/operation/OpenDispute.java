package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OpenDisputeEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/payments/{id}/disputes}: the payer disputes an amount, or all that is held. */
final class OpenDispute implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("reason")
                    .optional("amount", "description", "evidence", "milestone");

    private static final JsonName REASON = JsonName.of("reason");
    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName MILESTONE = JsonName.of("milestone");
    private static final JsonName EVIDENCE = JsonName.of("evidence");

    @Override
    public Form form() {
        return Form.CREATED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        JsonWriter text = request.text();
        long amount = 0;
        long milestone = 0;
        boolean hasEvidence = false;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> TextFields.string(body, REASON, 1, 500, text);
                case 1 -> amount = body.amount();
                case 2 -> TextFields.string(body, DESCRIPTION, 1, 5000, text);
                case 3 -> {
                    text.name(EVIDENCE).beginObject();
                    body.beginObject();
                    EvidenceText.read(body, text);
                    text.endObject();
                    hasEvidence = true;
                }
                case 4 -> {
                    CharSpan name = body.text(1, Milestones.NAME_LIMIT);
                    milestone = bench.digests().milestone(name.toString());
                    text.member(MILESTONE, name);
                }
                default -> throw new IllegalStateException("field " + field);
            }
        }
        OpenDisputeEncoder command = new OpenDisputeEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payment(request.id(IdKind.PAYMENT))
                .amount(amount)
                .hasEvidence((short) (hasEvidence ? 1 : 0))
                .milestone(milestone)
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
