package io.clearhold.gateway.operation;

import io.clearhold.core.codec.AdvanceClockEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.port.SandboxClock;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import java.util.concurrent.CompletableFuture;

/**
 * {@code POST /v1/sandbox/clock}: moves logged time. The command sets the target; the answer waits
 * until time has come there and every deadline in between has fired.
 */
final class AdvanceClock implements Operation.ThroughRing {
    static final JsonFields FIELDS = JsonFields.required("advance_seconds");

    private final SandboxClock clock;

    AdvanceClock(SandboxClock clock) {
        this.clock = clock;
    }

    @Override
    public int encode(Request request, Workbench bench) {
        BodyReader body = bench.body(request);
        long seconds = 0;
        while (body.nextField(FIELDS) >= 0) {
            seconds = body.integer(1, CreatePayment.LONGEST_SECONDS);
        }
        AdvanceClockEncoder command = new AdvanceClockEncoder();
        command.wrapAndApplyHeader(bench.message(), 0, bench.header());
        request.putOrigin(command.origin());
        command.advanceMs(seconds * 1000);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }

    /** Nothing behind it in a batch should wait for its deadlines. */
    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public CompletableFuture<Void> completion() {
        return clock.reachTarget();
    }
}
