package io.clearhold.gateway.operation;

import io.clearhold.core.codec.ExtendPaymentEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;

/** {@code POST /v1/payments/{id}/extend}: more time before the automatic confirmation. */
final class ExtendPayment implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required("seconds").optional("milestone");

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        long seconds = 0;
        long milestone = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> seconds = body.integer(1, CreatePayment.LONGEST_SECONDS);
                case 1 -> milestone = Milestones.name(body, bench.digests());
                default -> throw new IllegalStateException("field " + field);
            }
        }
        ExtendPaymentEncoder command = new ExtendPaymentEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payment(request.id(IdKind.PAYMENT)).seconds(seconds).milestone(milestone);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
