package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.SetPricingEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.BodyReader;

/** {@code PUT /v1/accounts/{id}/pricing}: the fee of payments that name none. */
final class SetPricing implements Operation.ThroughRing {
    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        FeeTerms fee = new FeeTerms();
        fee.read(body, "");
        SetPricingEncoder command = new SetPricingEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.account(request.id(IdKind.ACCOUNT))
                .feeKind(fee.kindCode())
                .feeValue(fee.value())
                .feeMin(fee.min())
                .feeMax(fee.max());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
