package io.clearhold.ledger.engine;

import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.OriginEncoder;
import io.clearhold.core.codec.TickEncoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.journal.Journal;
import io.clearhold.ledger.machine.StateMachine;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * The single writer. Its thread alone touches the state machine and appends to the journal. Per
 * message: decide and apply, append the frame; per group: sync, raise the watermark, answer. The
 * first failure of an append or sync ends it for good.
 */
final class Writer {
    private final StateMachine machine;
    private final Journal journal;
    private final Watermark watermark;
    private final EngineStatistics statistics;
    private final WriterSurroundings surroundings;
    private final ClockWatch clock;
    private final ReplyGroup group;
    private final Frame frame = new Frame();
    private final ExpandableArrayBuffer tick = new ExpandableArrayBuffer(128);
    private final int tickLength;
    private volatile Ledger.Health health = Ledger.Health.RUNNING;
    private long framesInGroup;
    private long queriesInGroup;
    private long replaysInGroup;

    Writer(
            StateMachine machine,
            Journal journal,
            Watermark watermark,
            EngineSettings settings,
            EngineStatistics statistics,
            WriterSurroundings surroundings) {
        this.machine = machine;
        this.journal = journal;
        this.watermark = watermark;
        this.statistics = statistics;
        this.surroundings = surroundings;
        this.clock = new ClockWatch(surroundings.time(), machine.state());
        this.group = new ReplyGroup(settings.groupLimit());
        this.tickLength = encodeTick(settings.tickLimit());
    }

    Ledger.Health health() {
        return health;
    }

    void onMessage(RingSlot slot, boolean endOfBatch) {
        ReplyHandler handler = slot.handler();
        if (health != Ledger.Health.RUNNING) {
            handler.onFailure(ReplyHandler.Failure.STOPPED);
        } else {
            process(slot, handler);
        }
        slot.clear();
        if (endOfBatch || group.isFull()) {
            finishGroup();
        }
    }

    /** Nothing came for a while. */
    void onIdle() {
        if (health == Ledger.Health.RUNNING) {
            finishGroup();
        }
    }

    /** The ring is drained: no further message comes. */
    void onStop() {
        if (health == Ledger.Health.RUNNING) {
            finishGroup();
            health = Ledger.Health.STOPPED;
        }
    }

    private void process(RingSlot slot, ReplyHandler handler) {
        try {
            if (StateMachine.isQuery(slot.buffer(), 0)) {
                machine.query(slot.buffer(), 0, slot.length(), nowMs());
                reportFailure();
                queriesInGroup++;
                long sequence = machine.state().sequence();
                group.addResult(handler, sequence, false, machine.result(), machine.resultLength());
            } else if (surroundings.isStorageFull()) {
                handler.onFailure(ReplyHandler.Failure.STORAGE_FULL);
            } else {
                execute(slot, handler);
            }
        } catch (RuntimeException | Error e) {
            fail(e);
            handler.onFailure(ReplyHandler.Failure.OUTCOME_UNKNOWN);
        }
    }

    private void execute(RingSlot slot, ReplyHandler handler) {
        StateMachine.Outcome outcome =
                machine.execute(slot.buffer(), 0, slot.length(), nowMs(), frame);
        reportFailure();
        if (outcome != StateMachine.Outcome.REPLAY) {
            statistics.countCommand(machine.resultCode());
        }
        switch (outcome) {
            case FRAME -> {
                append();
                group.addResult(
                        handler, frame.sequence(), true, machine.result(), machine.resultLength());
            }
            case NO_FRAME ->
                    group.addResult(
                            handler,
                            machine.state().sequence(),
                            false,
                            machine.result(),
                            machine.resultLength());
            case REPLAY -> {
                replaysInGroup++;
                group.addReplay(handler, machine.replayedSequence());
            }
        }
    }

    /**
     * Deadlines first: they were due before the next message came. Then one sync for all, and the
     * answers.
     */
    private void finishGroup() {
        if (health != Ledger.Health.RUNNING) {
            return;
        }
        try {
            watchClock();
            fireDeadlines();
            long before = System.nanoTime();
            if (framesInGroup > 0) {
                journal.sync();
                watermark.raise(journal.syncedSequence());
            }
            long syncNanos = System.nanoTime() - before;
            group.answer();
            statistics.countGroup(framesInGroup, queriesInGroup, replaysInGroup, syncNanos);
            statistics.show(machine.state(), clock, System.nanoTime());
            framesInGroup = 0;
            queriesInGroup = 0;
            replaysInGroup = 0;
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** Before deadlines: what is found now decides whether they may fire. */
    private void watchClock() {
        if (clock.follow()) {
            surroundings.onClock(machine.state().clockHold());
        }
        if (surroundings.isStorageFull() || !clock.isInDoubt()) {
            return;
        }
        if (executeOwn(clock.message(), clock.messageLength()) == StateMachine.Outcome.FRAME) {
            append();
        }
        boolean stillHeld = machine.state().clockHold().isHeld();
        if (clock.follow() || stillHeld) {
            surroundings.onClock(machine.state().clockHold());
        }
    }

    private void fireDeadlines() {
        boolean due = machine.state().deadlines().isDue(nowMs());
        if (due && !surroundings.isStorageFull()) {
            if (executeOwn(tick, tickLength) == StateMachine.Outcome.FRAME) {
                append();
            }
        }
    }

    /** A command that nobody sent, so that nobody hears of a bug; what it is for would wait. */
    private StateMachine.Outcome executeOwn(DirectBuffer command, int length) {
        StateMachine.Outcome outcome = machine.execute(command, 0, length, nowMs(), frame);
        RuntimeException bug = machine.failure();
        if (bug != null) {
            throw bug;
        }
        return outcome;
    }

    private void append() {
        frame.end(journal.syncedSequence(), frameRenderer());
        journal.append(frame, machine.framePlainTimeMs());
        framesInGroup++;
    }

    /**
     * A message that could not be decided changed nothing: its sender is told, and so is the log.
     */
    private void reportFailure() {
        RuntimeException bug = machine.failure();
        if (bug != null) {
            surroundings.onUndecided(bug);
        }
    }

    /** The gateway says with the command which renderer the answer is for. */
    private int frameRenderer() {
        int origin = frame.commandOffset() + MessageHeaderEncoder.ENCODED_LENGTH;
        return frame.buffer().getByte(origin + OriginEncoder.rendererEncodingOffset()) & 0xff;
    }

    private long nowMs() {
        return surroundings.time().plainMs() + machine.state().clockOffsetMs();
    }

    private void fail(Throwable cause) {
        health = Ledger.Health.FAILED;
        surroundings.onFailure(watermark.get(), cause);
        group.fail(ReplyHandler.Failure.OUTCOME_UNKNOWN);
    }

    private int encodeTick(int limit) {
        TickEncoder encoder = new TickEncoder();
        encoder.wrapAndApplyHeader(tick, 0, new MessageHeaderEncoder());
        encoder.origin().role((short) Role.SYSTEM.code());
        encoder.atMost(limit);
        return encoder.limit();
    }
}
