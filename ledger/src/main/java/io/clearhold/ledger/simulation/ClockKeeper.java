package io.clearhold.ledger.simulation;

import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.engine.LogTime;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.state.ClockHold;
import org.agrona.DirectBuffer;

/**
 * The wall clock of the simulated machine, who sets it wrongly, and the operator who hears that
 * deadlines wait: sooner or later he accepts, at times after he has set the clock right. The agenda
 * is log time without the sandbox's offset.
 */
final class ClockKeeper implements LogTime {
    private static final long FURTHEST_MS = 6 * 3_600_000L;

    /** What the ledger promises: how far apart, and how soon that is seen. */
    private static final long TOLERANCE_MS = 60_000;

    private static final long NOTICED_MS = 2_000;

    private final World world;
    private long wallAheadMs;
    private long setAtMs;
    private boolean asked;

    ClockKeeper(World world) {
        this.world = world;
    }

    @Override
    public long plainMs() {
        return world.agenda().nowMs();
    }

    @Override
    public long wallMs() {
        return plainMs() + wallAheadMs;
    }

    @Override
    public void step(long forwardMs) {
        world.agenda().jump(forwardMs);
        wallAheadMs -= forwardMs;
    }

    /** Once a turn of a server that is up. */
    void turn(Server server) {
        if (world.faults().strikes(Fault.CLOCK_JUMP)) {
            wallAheadMs += world.random().nextLong(-FURTHEST_MS, FURTHEST_MS);
            setAtMs = plainMs();
        }
        if (!asked && server.state().clockHold().isHeld()) {
            asked = true;
            world.agenda().after(world.delayMs(FURTHEST_MS), () -> accept(server));
        }
    }

    /** After a group that could leave frames: whoever should have been asked, has been. */
    void requireAsked(ClockHold hold) {
        boolean noticed = plainMs() - setAtMs >= NOTICED_MS;
        boolean near =
                wallAheadMs <= TOLERANCE_MS
                        && wallAheadMs >= -hold.acceptedAheadMs() - TOLERANCE_MS;
        if (noticed && !near && !hold.isHeld()) {
            throw new PromiseBrokenException(
                    "clock",
                    "the wall clock is %d ms ahead of log time, and deadlines do not wait",
                    wallAheadMs);
        }
    }

    private void accept(Server server) {
        if (world.random().nextBoolean()) {
            wallAheadMs = 0;
            setAtMs = plainMs();
        }
        server.post(Commands.acceptClock(Actor.OPERATOR), new Heard());
    }

    /** Whatever came of it: if the clock is still held, he asks again. */
    private final class Heard implements ReplyHandler {
        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            asked = false;
        }

        @Override
        public void onReplay(long sequence) {
            asked = false;
        }

        @Override
        public void onFailure(Failure failure) {
            asked = false;
        }
    }
}
