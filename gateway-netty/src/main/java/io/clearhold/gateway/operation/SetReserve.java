package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.SetReserveEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.money.Amounts;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;

/** {@code PUT /v1/accounts/{id}/reserve}: what is kept back of releases, and for how long. */
final class SetReserve implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required("bps", "days");

    /** Ten years. */
    private static final int MOST_DAYS = 3653;

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        long bps = 0;
        long days = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> bps = body.integer(0, Amounts.BPS_WHOLE);
                case 1 -> days = body.integer(0, MOST_DAYS);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        SetReserveEncoder command = new SetReserveEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.account(request.id(IdKind.ACCOUNT)).bps((int) bps).days((int) days);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
