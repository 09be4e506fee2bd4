package io.clearhold.ledger.simulation;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.lifecycle.ServerMode;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.engine.EngineSettings;
import io.clearhold.ledger.engine.SteppedEngine;
import io.clearhold.ledger.journal.Journal;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Commands;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import io.clearhold.ledger.state.LedgerState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The simulated server process: the real writer on a simulated disk, and messages on their way to
 * it. It dies and comes back; its disk stays.
 */
final class Server {
    private static final long DAY_MS = 24L * 3600 * 1000;
    private static final Commands.Setup SETUP =
            new Commands.Setup(
                    ServerMode.PRODUCTION,
                    0,
                    DAY_MS,
                    BankOffice.VISIBILITY_WINDOW_MS,
                    BankOffice.CURRENCIES,
                    List.of(5_000L, 30_000L, 120_000L, 600_000L, 3_600_000L));
    private static final EngineSettings SETTINGS = new EngineSettings(64, 48, 10, 32, 0, 0);

    /** A message and who waits for its answer. */
    private record Sent(Message message, ReplyHandler handler) {}

    private final World world;
    private final Auditor auditor;
    private final UnaryOperator<Journal> journals;
    private final ClockKeeper clock;
    private final SimulatedDisk disk = new SimulatedDisk();
    private final Deque<Sent> inbox = new ArrayDeque<>();
    private final List<Waiting> unanswered = new ArrayList<>();
    private StateMachine machine = new StateMachine();
    private @Nullable SteppedEngine engine;
    private long upAtMs;
    private int fullTurns;
    private int incarnation;
    private long firedThroughMs;

    /**
     * @param journals wraps the journal of each start: tests make it lie
     */
    Server(World world, Auditor auditor, UnaryOperator<Journal> journals) {
        this.world = world;
        this.auditor = auditor;
        this.clock = new ClockKeeper(world);
        this.journals = journals;
    }

    /** Counts starts: what belongs to an earlier one is dead. */
    int incarnation() {
        return incarnation;
    }

    boolean isUp() {
        return engine != null;
    }

    /** The live state; its end may not be durable yet. */
    LedgerState state() {
        return machine.state();
    }

    long watermark() {
        return engine == null ? 0 : engine.watermark();
    }

    JournalReader openReader() {
        return java.util.Objects.requireNonNull(engine).openReader();
    }

    SimulatedDisk disk() {
        return disk;
    }

    /** Deadlines up to this time have fired. */
    long firedThroughMs() {
        return firedThroughMs;
    }

    int waiting() {
        return inbox.size();
    }

    /** Sends a message; a server that is down says so at once. */
    void post(Message message, ReplyHandler handler) {
        if (engine == null) {
            handler.onFailure(ReplyHandler.Failure.STOPPED);
        } else {
            inbox.add(new Sent(message, handler));
        }
    }

    /** One group, and whatever deadlines were due before it. Down: comes back when it is time. */
    void turn() {
        if (engine == null) {
            if (world.agenda().nowMs() >= upAtMs) {
                start();
            }
            return;
        }
        fullTurns = Math.max(0, fullTurns - 1);
        boolean configured = state().settings().isConfigured();
        if (configured && world.faults().strikes(Fault.STORAGE_FULL)) {
            fullTurns = 1 + world.random().nextInt(40);
        }
        clock.turn(this);
        boolean dies = world.faults().strikes(Fault.KILL);
        boolean loses = world.faults().strikes(Fault.POWER_CUT);
        int count = Math.min(inbox.size(), 1 + world.random().nextInt(2 * SETTINGS.groupLimit()));
        int last = dies || loses ? world.random().nextInt(count + 1) : count;
        offer(engine, last);
        if (dies || loses) {
            stop(loses);
            return;
        }
        engine.endGroup();
        fireOverdue(engine);
        if (engine.health() == Ledger.Health.FAILED) {
            requireDiskFault(engine);
            stop(true);
        } else {
            requireAnswered();
            if (!isFull() && state().settings().isConfigured()) {
                clock.requireAsked(state().clockHold());
            }
        }
    }

    private void offer(SteppedEngine running, int count) {
        for (int i = 0; i < count; i++) {
            Sent sent = inbox.remove();
            Message message = sent.message();
            DirectBuffer buffer = message.buffer();
            if (StateMachine.isQuery(buffer, 0)) {
                world.tally().queries++;
            } else {
                world.tally().commands++;
            }
            Waiting waiting = new Waiting(sent.handler());
            unanswered.add(waiting);
            running.offer(buffer, 0, message.length(), waiting);
        }
    }

    /** A tick fires so many deadlines and no more; after a long pause there are many. */
    private void fireOverdue(SteppedEngine running) {
        while (running.health() == Ledger.Health.RUNNING
                && !isFull()
                && state().deadlines().nextTimeMs() <= world.agenda().nowMs()) {
            long before = state().sequence();
            running.endGroup();
            if (running.health() == Ledger.Health.RUNNING && state().sequence() == before) {
                throw new PromiseBrokenException(
                        "deadlines",
                        "a deadline of %d is due and does not fire",
                        state().deadlines().nextObject(world.agenda().nowMs()));
            }
        }
        if (!isFull() && !state().clockHold().isHeld()) {
            firedThroughMs = world.agenda().nowMs();
        }
    }

    private void requireAnswered() {
        for (Waiting waiting : unanswered) {
            if (!waiting.answered) {
                throw new PromiseBrokenException(
                        "answers", "a group ended without the answer to one of its messages");
            }
        }
        unanswered.clear();
    }

    private static void requireDiskFault(SteppedEngine stopped) {
        Throwable cause = stopped.failure().orElseThrow();
        if (cause instanceof PromiseBrokenException broken) {
            throw broken;
        }
        if (!(cause instanceof SimulatedJournal.DiskFaultException)) {
            throw new IllegalStateException("the writer failed by itself: " + cause, cause);
        }
    }

    /** The process is gone, with all that it kept in memory. */
    private void stop(boolean losesUnsynced) {
        if (losesUnsynced) {
            disk.loseUnsynced(world.random());
        }
        engine = null;
        machine = new StateMachine();
        upAtMs = world.agenda().nowMs() + 200 + world.delayMs(20_000);
        world.tally().crashes++;
        List<ReplyHandler> lost = new ArrayList<>();
        unanswered.stream().filter(waiting -> !waiting.answered).forEach(lost::add);
        inbox.forEach(sent -> lost.add(sent.handler()));
        unanswered.clear();
        inbox.clear();
        for (ReplyHandler handler : lost) {
            handler.onFailure(ReplyHandler.Failure.OUTCOME_UNKNOWN);
        }
    }

    /** Recovers what the disk has, and configures as every start does. */
    void start() {
        incarnation++;
        StateMachine recovered = new StateMachine();
        auditor.recovering();
        SimulatedJournal.recover(
                disk,
                frame -> {
                    recovered.apply(frame);
                    auditor.replayed(frame, recovered.state());
                });
        auditor.recovered();
        machine = recovered;
        fullTurns = 0;
        firedThroughMs = 0;
        Journal journal =
                journals.apply(
                        new SimulatedJournal(
                                disk,
                                world.faults(),
                                world.random(),
                                frame -> auditor.appended(frame, recovered.state())));
        engine = new SteppedEngine(SETTINGS, journal, recovered, clock, this::isFull);
        post(Commands.configure(Actor.SYSTEM, SETUP), new Unheard());
    }

    private boolean isFull() {
        return fullTurns > 0;
    }

    /** Reads a frame that anybody may see. */
    boolean read(long sequence, Frame frame) {
        try (JournalReader reader = openReader()) {
            return reader.read(sequence, frame);
        }
    }

    /** Notes whether the one answer came. */
    private static final class Waiting implements ReplyHandler {
        private final ReplyHandler handler;
        private boolean answered;

        Waiting(ReplyHandler handler) {
            this.handler = handler;
        }

        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {
            answer();
            handler.onResult(sequence, framed, result, offset, length);
        }

        @Override
        public void onReplay(long sequence) {
            answer();
            handler.onReplay(sequence);
        }

        @Override
        public void onFailure(Failure failure) {
            answer();
            handler.onFailure(failure);
        }

        private void answer() {
            if (answered) {
                throw new PromiseBrokenException("answers", "a message was answered twice");
            }
            answered = true;
        }
    }

    /** Nobody waits for this answer. */
    static final class Unheard implements ReplyHandler {
        @Override
        public void onResult(
                long sequence, boolean framed, DirectBuffer result, int offset, int length) {}

        @Override
        public void onReplay(long sequence) {}

        @Override
        public void onFailure(Failure failure) {}
    }
}
