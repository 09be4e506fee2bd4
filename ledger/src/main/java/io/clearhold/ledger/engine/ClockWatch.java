package io.clearhold.ledger.engine;

import io.clearhold.core.codec.HoldClockEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.lifecycle.ClockDoubt;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.ledger.state.ClockHold;
import io.clearhold.ledger.state.LedgerState;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * Compares log time with the wall clock, about once a second, and says when deadlines that move
 * money are to wait. What was accepted once is not asked about again: log time may stay as far
 * ahead of the wall clock as somebody accepted. Used by the writer alone.
 */
final class ClockWatch {
    /** How far the two may be apart. */
    static final long TOLERANCE_MS = 60_000;

    /** How long nobody may have served. */
    static final long LONGEST_DOWN_MS = 3_600_000;

    private static final long INTERVAL_MS = 1_000;

    private final LogTime time;
    private final LedgerState state;
    private final ExpandableArrayBuffer message = new ExpandableArrayBuffer(128);
    private final HoldClockEncoder hold = new HoldClockEncoder();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long nextLookMs;
    private long steppedSequence;
    private boolean started;

    ClockWatch(LogTime time, LedgerState state) {
        this.time = time;
        this.state = state;
        this.steppedSequence = state.clockHold().acceptedSequence();
    }

    /**
     * Follows what was accepted since the last time: log time goes forward as accepted, but never
     * past the wall clock, which may have been set right meanwhile.
     */
    boolean follow() {
        ClockHold known = state.clockHold();
        if (known.acceptedSequence() == steppedSequence) {
            return false;
        }
        steppedSequence = known.acceptedSequence();
        long forwardMs = Math.min(known.stepMs(), -departureMs());
        if (forwardMs > 0) {
            time.step(forwardMs);
        }
        return true;
    }

    /** Whether it is time to look, and what is seen asks for a hold: {@link #message}. */
    boolean isInDoubt() {
        long plainMs = time.plainMs();
        if (plainMs < nextLookMs || !state.settings().isConfigured()) {
            return false;
        }
        nextLookMs = plainMs + INTERVAL_MS;
        long wallMs = time.wallMs();
        long downMs = started ? 0 : time.downMs();
        started = true;
        if (downMs == 0 && isKnown(plainMs - wallMs)) {
            return false;
        }
        hold.wrapAndApplyHeader(message, 0, header);
        hold.origin().role((short) Role.SYSTEM.code());
        ClockDoubt reason = downMs > 0 ? ClockDoubt.DOWN : ClockDoubt.DEPARTED;
        hold.reason((short) reason.code())
                .wallMs(Math.max(0, wallMs))
                .plainMs(plainMs)
                .downMs(downMs);
        return true;
    }

    /** Whether it has looked since the start. */
    boolean hasLooked() {
        return started;
    }

    /** How far log time is ahead of the wall clock. */
    long departureMs() {
        return time.plainMs() - time.wallMs();
    }

    DirectBuffer message() {
        return message;
    }

    int messageLength() {
        return hold.limit();
    }

    /** Whether this departure needs nobody's attention, or has it already. */
    private boolean isKnown(long departureMs) {
        ClockHold known = state.clockHold();
        if (known.isHeld()) {
            return Math.abs(departureMs - known.departureMs()) <= TOLERANCE_MS;
        }
        return departureMs >= -TOLERANCE_MS
                && departureMs <= known.acceptedAheadMs() + TOLERANCE_MS;
    }
}
