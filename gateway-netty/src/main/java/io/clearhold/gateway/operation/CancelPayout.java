package io.clearhold.gateway.operation;

import io.clearhold.core.codec.CancelPayoutEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.id.IdKind;

/** {@code POST /v1/payouts/{id}/cancel}: while no bank has it. */
final class CancelPayout implements Operation.ThroughRing {
    @Override
    public int encode(Request request, Workbench bench) {
        bench.noBody(request);
        CancelPayoutEncoder command = new CancelPayoutEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.payout(request.id(IdKind.PAYOUT));
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
