package io.clearhold.ledger.engine;

import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.ledger.journal.Journal;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.state.ClockHold;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The writer without ring, threads and clock: its owner hands in messages, ends groups and says
 * what time it is. Everything else, from deciding to the sync before the answers, is what {@link
 * Engine} runs. Confined to one thread; simulation drives it.
 */
public final class SteppedEngine {
    private final Journal journal;
    private final Watermark watermark;
    private final Writer writer;
    private final RingSlot slot = new RingSlot();
    private @Nullable Throwable failure;

    /**
     * @param machine with every frame of the journal applied
     * @param time what time it is
     * @param storageFull whether commands are to be refused for want of room
     */
    public SteppedEngine(
            EngineSettings settings,
            Journal journal,
            StateMachine machine,
            LogTime time,
            BooleanSupplier storageFull) {
        this.journal = journal;
        this.watermark = new Watermark(journal.lastSequence());
        this.writer =
                new Writer(
                        machine,
                        journal,
                        watermark,
                        settings,
                        new EngineStatistics(machine.state()),
                        new Given(time, storageFull));
    }

    /**
     * Decides one command or query now; its answer comes with the end of its group, which a full
     * group is by itself.
     */
    public void offer(DirectBuffer message, int offset, int length, ReplyHandler handler) {
        slot.set(message, offset, length, handler);
        writer.onMessage(slot, false);
    }

    /** Fires what is due, syncs, and answers; also when nothing was offered. */
    public void endGroup() {
        writer.onIdle();
    }

    /** The highest sequence known to be durable. */
    public long watermark() {
        return watermark.get();
    }

    /** A reader of what is durable. */
    public JournalReader openReader() {
        return journal.openReader(watermark::get);
    }

    public Ledger.Health health() {
        return writer.health();
    }

    /** Why it stopped, if it did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private final class Given implements WriterSurroundings {
        private final LogTime time;
        private final BooleanSupplier storageFull;

        Given(LogTime time, BooleanSupplier storageFull) {
            this.time = time;
            this.storageFull = storageFull;
        }

        @Override
        public LogTime time() {
            return time;
        }

        @Override
        public boolean isStorageFull() {
            return storageFull.getAsBoolean();
        }

        /** Nobody would read a log here: the writer stops, and {@link #failure} tells. */
        @Override
        public void onUndecided(RuntimeException bug) {
            throw bug;
        }

        @Override
        public void onClock(ClockHold hold) {}

        @Override
        public void onFailure(long durableSequence, Throwable cause) {
            failure = cause;
        }
    }
}
