package io.clearhold.ledger.machine;

import io.clearhold.core.codec.ClockHoldResultEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.ledger.state.ClockHold;
import org.agrona.MutableDirectBuffer;

/** Writes the hold of the clock into the buffer of results. */
final class ClockHoldWriter {
    private final ClockHold hold;
    private final MutableDirectBuffer buffer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ClockHoldResultEncoder result = new ClockHoldResultEncoder();

    ClockHoldWriter(ClockHold hold, MutableDirectBuffer buffer) {
        this.hold = hold;
        this.buffer = buffer;
    }

    /** Returns the length of the result. */
    int write(long nowMs) {
        ClockDoubt reason = hold.reason();
        result.wrapAndApplyHeader(buffer, 0, header)
                .nowMs(nowMs)
                .held((short) (hold.isHeld() ? 1 : 0))
                .reason((short) (reason == null ? 0 : reason.code()))
                .sinceMs(hold.sinceMs())
                .sequence(hold.sequence())
                .wallMs(hold.wallMs())
                .plainMs(hold.plainMs())
                .downMs(hold.downMs())
                .acceptedAtMs(hold.acceptedAtMs())
                .acceptedSequence(hold.acceptedSequence())
                .acceptedBy(hold.acceptedBy());
        return result.limit();
    }
}
