package io.clearhold.gateway.operation;

import io.clearhold.core.codec.AcceptChargebackEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;

/** {@code POST /v1/chargebacks/{id}/accept}: the payee does not contest it. */
final class AcceptChargeback implements Operation.ThroughRing {
    @Override
    public int encode(Request request, Workbench bench) {
        bench.noBody(request);
        AcceptChargebackEncoder command = new AcceptChargebackEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.chargeback(request.id(IdKind.CHARGEBACK));
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
