package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.ShipPaymentEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/payments/{id}/ship}: the payee has shipped. */
final class ShipPayment implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required().optional("carrier", "tracking_number", "proof", "milestone");

    private static final JsonName CARRIER = JsonName.of("carrier");
    private static final JsonName TRACKING_NUMBER = JsonName.of("tracking_number");
    private static final JsonName PROOF = JsonName.of("proof");

    @Override
    public int encode(Request request, Workbench bench) {
        @Nullable BodyReader body = bench.bodyIfAny(request);
        JsonWriter text = request.text();
        long milestone = 0;
        if (body != null) {
            for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
                switch (field) {
                    case 0 -> TextFields.string(body, CARRIER, 1, 100, text);
                    case 1 -> TextFields.string(body, TRACKING_NUMBER, 1, 100, text);
                    case 2 -> TextFields.string(body, PROOF, 1, 2048, text);
                    case 3 -> milestone = Milestones.name(body, bench.digests());
                    default -> throw new IllegalStateException("field " + field);
                }
            }
        }
        ShipPaymentEncoder command = new ShipPaymentEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payment(request.id(IdKind.PAYMENT))
                .milestone(milestone)
                .putText(text.array(), 0, text.length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
