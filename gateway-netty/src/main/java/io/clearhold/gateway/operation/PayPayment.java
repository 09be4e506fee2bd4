package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PayPaymentEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;

/** {@code POST /v1/payments/{id}/pay}: an attempt by a channel or from a wallet. */
final class PayPayment implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required("method");

    private final GatewaySettings settings;

    PayPayment(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        MethodTerms method = new MethodTerms();
        while (body.nextField(FIELDS) >= 0) {
            method.read(body, settings, request.text());
        }
        PayPaymentEncoder command = new PayPaymentEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payment(request.id(IdKind.PAYMENT))
                .methodKind(method.kindCode())
                .channel(method.channel())
                .wallet(method.wallet())
                .putText(request.text().array(), 0, request.text().length());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
