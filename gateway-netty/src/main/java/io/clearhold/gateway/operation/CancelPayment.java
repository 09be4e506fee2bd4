package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CancelPaymentEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.render.ResultRenderer.Form;

/** {@code POST /v1/payments/{id}/cancel}: at once, or a request while a bank has an attempt. */
final class CancelPayment implements Operation.ThroughRing {
    @Override
    public Form form() {
        return Form.REQUESTED;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        bench.noBody(request);
        CancelPaymentEncoder command = new CancelPaymentEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payment(request.id(IdKind.PAYMENT));
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
