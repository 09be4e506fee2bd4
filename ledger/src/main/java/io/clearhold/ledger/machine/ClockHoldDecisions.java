package io.clearhold.ledger.machine;

import io.clearhold.core.codec.AcceptClockDecoder;
import io.clearhold.core.codec.ClockAcceptedEncoder;
import io.clearhold.core.codec.ClockHeldEncoder;
import io.clearhold.core.codec.HoldClockDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.ClockHold;
import io.clearhold.ledger.state.LedgerState;
import org.agrona.DirectBuffer;

/**
 * Decides the hold of the clock. The driver measures and asks for it; an operator ends it, and what
 * he accepts is what was measured last. A sandbox accepts in the same breath.
 */
final class ClockHoldDecisions {
    private final LedgerState state;
    private final HoldClockDecoder hold = new HoldClockDecoder();
    private final AcceptClockDecoder accept = new AcceptClockDecoder();
    private final ClockHeldEncoder held = new ClockHeldEncoder();
    private final ClockAcceptedEncoder accepted = new ClockAcceptedEncoder();

    ClockHoldDecisions(LedgerState state) {
        this.state = state;
    }

    /** Decides a command; returns whether it was one of these. */
    boolean decide(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, Decision decision) {
        switch (header.templateId()) {
            case HoldClockDecoder.TEMPLATE_ID ->
                    hold(hold.wrapAndApplyHeader(buffer, offset, header), decision);
            case AcceptClockDecoder.TEMPLATE_ID ->
                    accept(accept.wrapAndApplyHeader(buffer, offset, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void hold(HoldClockDecoder command, Decision decision) {
        if (Role.of(command.origin().role()) != Role.SYSTEM) {
            decision.refuse(ResultCode.FORBIDDEN);
            return;
        }
        decision.event(held)
                .reason(command.reason())
                .wallMs(command.wallMs())
                .plainMs(command.plainMs())
                .downMs(command.downMs());
        decision.end();
        if (state.settings().mode() == ServerMode.SANDBOX) {
            accepted(0, command.plainMs() - command.wallMs(), decision);
        }
    }

    private void accept(AcceptClockDecoder command, Decision decision) {
        ClockHold now = state.clockHold();
        if (Role.of(command.origin().role()) != Role.OPERATOR) {
            decision.refuse(ResultCode.FORBIDDEN);
        } else if (!now.isHeld()) {
            decision.refuse(ResultCode.CLOCK_NOT_HELD);
        } else {
            accepted(command.origin().key(), now.departureMs(), decision);
            decision.showClockHold();
        }
    }

    /** Log time never goes back: where it is ahead, that is accepted; where behind, it steps. */
    private void accepted(long key, long departureMs, Decision decision) {
        decision.event(accepted)
                .key(key)
                .stepMs(Math.max(0, -departureMs))
                .aheadMs(Math.max(0, departureMs));
        decision.end();
    }
}
