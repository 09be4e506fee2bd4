package io.clearhold.ledger.engine;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.TimeoutBlockingWaitStrategy;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.state.ClockHold;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded driver: a Disruptor ring in front of the single {@link Writer}. Messages from any
 * thread; answers on the writer's thread once they are durable.
 */
public final class Engine implements Ledger, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final EngineSettings settings;
    private final ChronicleJournal journal;
    private final Watermark watermark;
    private final EngineStatistics statistics;
    private final LogTime time;
    private final ClockMark clockMark;
    private final DiskReserve reserve;
    private final Writer writer;
    private final RingBuffer<RingSlot> ring;
    private final BatchEventProcessor<RingSlot> processor;
    private final Thread writerThread;
    private final Thread diskThread;
    private volatile boolean accepting;

    /** The writer's thread is gone: who still finds a message in the ring answers it. */
    private volatile boolean ended;

    private long lastAbandoned = -1;

    /**
     * Prepares an engine; {@link #start} starts it.
     *
     * @param machine with every frame of the journal applied
     */
    public Engine(EngineSettings settings, ChronicleJournal journal, StateMachine machine)
            throws IOException {
        this(settings, journal, machine, MachineClock.SYSTEM);
    }

    /** The same on a machine whose clocks are the caller's. */
    public Engine(
            EngineSettings settings,
            ChronicleJournal journal,
            StateMachine machine,
            MachineClock clock)
            throws IOException {
        this(settings, journal, machine, logClock(journal, machine, clock));
    }

    /**
     * The same with a log time of the caller's.
     *
     * @param time asked by the writer's thread
     */
    public Engine(
            EngineSettings settings, ChronicleJournal journal, StateMachine machine, LogTime time)
            throws IOException {
        this.settings = settings;
        this.journal = journal;
        this.time = time;
        this.clockMark = new ClockMark(journal.folder());
        this.watermark = new Watermark(journal.lastSequence());
        this.statistics = new EngineStatistics(machine.state());
        this.reserve =
                new DiskReserve(
                        journal.folder(), settings.diskReserveBytes(), journal::preallocatedBytes);
        this.writer =
                new Writer(
                        machine,
                        journal,
                        watermark,
                        settings,
                        statistics,
                        new Surroundings(time, reserve, new UndecidedLog()));
        this.ring =
                RingBuffer.createMultiProducer(
                        RingSlot::new,
                        settings.ringSlots(),
                        new TimeoutBlockingWaitStrategy(
                                settings.tickIntervalMs(), TimeUnit.MILLISECONDS));
        this.processor =
                new BatchEventProcessorBuilder()
                        .build(ring, ring.newBarrier(), new IdleAwareHandler(writer));
        this.processor.setExceptionHandler(new NeverExpected());
        ring.addGatingSequences(processor.getSequence());
        this.writerThread = new Thread(processor, "clearhold-writer");
        this.diskThread =
                Thread.ofVirtual().name("clearhold-disk-reserve").unstarted(this::watchDisk);
    }

    private static LogTime logClock(
            ChronicleJournal journal, StateMachine machine, MachineClock clock) {
        return new LogClock(
                clock,
                machine.framePlainTimeMs(),
                new ClockMark(journal.folder()).read(),
                machine.state().clockHold().isHeld());
    }

    public void start() {
        writerThread.start();
        diskThread.start();
        accepting = true;
    }

    @Override
    public Offer offer(DirectBuffer message, int offset, int length, ReplyHandler handler) {
        if (!accepting) {
            return Offer.STOPPED;
        }
        long slot;
        try {
            slot = ring.tryNext();
        } catch (InsufficientCapacityException full) {
            return Offer.FULL;
        }
        try {
            ring.get(slot).set(message, offset, length, handler);
        } finally {
            ring.publish(slot);
        }
        VarHandle.fullFence();
        if (ended) {
            abandon();
        }
        return Offer.ACCEPTED;
    }

    @Override
    public long watermark() {
        return watermark.get();
    }

    @Override
    public long awaitWatermark(long sequence, long timeoutMs) throws InterruptedException {
        return watermark.awaitAbove(sequence, timeoutMs);
    }

    @Override
    public JournalReader openReader() {
        return journal.openReader(watermark::get);
    }

    @Override
    public Health health() {
        return writer.health();
    }

    public EngineStatistics statistics() {
        return statistics;
    }

    /** Slots of the ring. */
    public int slots() {
        return ring.getBufferSize();
    }

    /** Slots of the ring that are free now. */
    public long freeSlots() {
        return ring.remainingCapacity();
    }

    /**
     * Takes no more messages, answers those that wait, and returns when the last of them is
     * durable.
     */
    public void stop() {
        if (!accepting) {
            return;
        }
        accepting = false;
        long deadline =
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.drainTimeoutMs());
        while (ring.getCursor() > processor.getSequence().get() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        processor.halt();
        try {
            writerThread.join(settings.drainTimeoutMs());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (writerThread.isAlive()) {
            LOG.warn("the writer did not end within {} ms", settings.drainTimeoutMs());
        } else {
            ended = true;
            VarHandle.fullFence();
            abandon();
        }
        diskThread.interrupt();
    }

    /** Stops, and closes the journal. */
    @Override
    public void close() {
        stop();
        journal.close();
    }

    /**
     * Answers messages that came between the last look of the writer and its end. A slot that is
     * claimed but not published yet ends the round; whoever publishes it comes here in turn.
     */
    private synchronized void abandon() {
        long next = Math.max(lastAbandoned, processor.getSequence().get()) + 1;
        while (ring.isAvailable(next)) {
            RingSlot slot = ring.get(next);
            ReplyHandler handler = slot.handler();
            slot.clear();
            lastAbandoned = next++;
            handler.onFailure(ReplyHandler.Failure.STOPPED);
        }
    }

    private void watchDisk() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
            reserve.check();
            if (accepting && statistics.clockWatched()) {
                clockMark.write(time);
            }
        }
    }

    /** The monotonic clock, the journal's disk, and the log. */
    private record Surroundings(LogTime time, DiskReserve reserve, UndecidedLog undecided)
            implements WriterSurroundings {
        @Override
        public boolean isStorageFull() {
            return reserve.isReached();
        }

        @Override
        public void onUndecided(RuntimeException bug) {
            undecided.add(bug);
        }

        @Override
        public void onClock(ClockHold hold) {
            if (hold.isHeld()) {
                LOG.warn(
                        "deadlines that move money wait since sequence {}: log time is {} ms ahead of the"
                                + " wall clock, nobody had served for {} ms; an operator accepts with"
                                + " POST /v1/ledger/clock/accept",
                        hold.sequence(),
                        hold.departureMs(),
                        hold.downMs());
            } else {
                LOG.info(
                        "the clock was accepted at sequence {}: log time went {} ms forward",
                        hold.acceptedSequence(),
                        hold.stepMs());
            }
        }

        @Override
        public void onFailure(long durableSequence, Throwable cause) {
            LOG.error(
                    "the engine stops at sequence {}: {}. Nothing more is acknowledged; restart to recover",
                    durableSequence,
                    cause.getMessage(),
                    cause);
        }
    }

    /** The writer catches all it may; what comes here is a bug in the ring itself. */
    private static final class NeverExpected implements ExceptionHandler<RingSlot> {
        @Override
        public void handleEventException(Throwable cause, long sequence, RingSlot slot) {
            LOG.error("the writer failed outside its own handling", cause);
        }

        @Override
        public void handleOnStartException(Throwable cause) {
            LOG.error("the writer did not start", cause);
        }

        @Override
        public void handleOnShutdownException(Throwable cause) {
            LOG.error("the writer did not stop in order", cause);
        }
    }
}
