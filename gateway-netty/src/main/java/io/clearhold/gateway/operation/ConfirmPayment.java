package io.clearhold.gateway.operation;

import io.clearhold.core.codec.ConfirmPaymentEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/payments/{id}/confirm}: the payer releases an amount, or the rest. */
final class ConfirmPayment implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required().optional("amount");

    @Override
    public int encode(Request request, Workbench bench) {
        @Nullable BodyReader body = bench.bodyIfAny(request);
        long amount = 0;
        while (body != null && body.nextField(FIELDS) >= 0) {
            amount = body.amount();
        }
        ConfirmPaymentEncoder command = new ConfirmPaymentEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payment(request.id(IdKind.PAYMENT)).amount(amount);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
