package io.clearhold.gateway.operation;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.SetPayoutScheduleEncoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PayoutInterval;
import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.CharSpan;
import io.clearhold.gateway.json.JsonFields;

/** {@code PUT /v1/accounts/{id}/payout_schedule}: when the balance leaves by itself. */
final class SetPayoutSchedule implements Operation.ThroughRing {
    static final JsonFields FIELDS =
            JsonFields.required("interval").optional("delay_days", "minimum");

    private static final int MOST_DAYS = 30;

    private final GatewaySettings settings;

    SetPayoutSchedule(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        int interval = 0;
        long delayDays = 0;
        long minimum = 0;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            switch (field) {
                case 0 -> interval = interval(body);
                case 1 -> delayDays = body.integer(0, MOST_DAYS);
                case 2 -> minimum = body.integer(0, Long.MAX_VALUE);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        SetPayoutScheduleEncoder command = new SetPayoutScheduleEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.account(request.id(IdKind.ACCOUNT))
                .interval((short) interval)
                .delayDays((short) delayDays)
                .minimum(minimum)
                .channel((short) settings.payoutChannel());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    private static int interval(BodyReader body) {
        CharSpan name = body.text(1, 16);
        for (PayoutInterval interval : PayoutInterval.values()) {
            if (interval.label().contentEquals(name)) {
                return interval.code();
            }
        }
        throw body.invalid("must be manual, daily or weekly");
    }
}
