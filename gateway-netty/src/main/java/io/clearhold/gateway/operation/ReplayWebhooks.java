package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.ReplayWebhooksEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;

/**
 * {@code POST /v1/webhook_endpoints/{id}/replay}: sends the events of a range of sequences again,
 * under the ids that they had.
 */
final class ReplayWebhooks implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required("from_sequence", "to_sequence");

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        long from = 0;
        long to = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            if (field == 0) {
                from = body.sequence();
            } else {
                to = body.sequence();
            }
        }
        ReplayWebhooksEncoder command = new ReplayWebhooksEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.endpoint(request.id(IdKind.WEBHOOK_ENDPOINT)).fromSequence(from).toSequence(to);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
