package io.clearhold.gateway.operation;

import io.clearhold.core.codec.ConfirmPaymentEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/payments/{id}/confirm}: the payer releases an amount, or the rest. */
final class ConfirmPayment implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required().optional("amount", "milestone");

    @Override
    public int encode(Request request, Workbench bench) {
        @Nullable BodyReader body = bench.bodyIfAny(request);
        long amount = 0;
        long milestone = 0;
        if (body != null) {
            for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
                switch (field) {
                    case 0 -> amount = body.amount();
                    case 1 -> milestone = Milestones.name(body, bench.digests());
                    default -> throw new IllegalStateException("field " + field);
                }
            }
        }
        ConfirmPaymentEncoder command = new ConfirmPaymentEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payment(request.id(IdKind.PAYMENT)).amount(amount).milestone(milestone);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
