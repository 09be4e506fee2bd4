package io.clearhold.ledger.engine;

import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.state.LedgerState;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counters of the writer. Written by it alone; readable by anyone, a little late. */
public final class EngineStatistics {
    /**
     * Figures of the state are made anew no more often than this, however many groups there are.
     */
    private static final long FIGURES_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Distribution syncNanos = new Distribution(syncBounds());
    private final Distribution groupFrames =
            new Distribution(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024);

    /** By number of the code. */
    private final AtomicLongArray outcomes = new AtomicLongArray(highestNumber() + 1);

    private volatile long frames;
    private volatile long groups;
    private volatile long queries;
    private volatile long replays;
    private volatile StateFigures state;
    private volatile long clockDepartureMs;
    private volatile boolean clockWatched;
    private long figuresAtNanos;

    EngineStatistics(LedgerState state) {
        this.state = StateFigures.of(state);
        this.figuresAtNanos = System.nanoTime();
    }

    /** Frames appended since the start. */
    public long frames() {
        return frames;
    }

    /** Syncs since the start. */
    public long groups() {
        return groups;
    }

    /** How long syncs took. */
    public Distribution syncNanos() {
        return syncNanos;
    }

    /** How many frames a sync covered. */
    public Distribution groupFrames() {
        return groupFrames;
    }

    public long queries() {
        return queries;
    }

    /** Commands that were answered from an earlier frame. */
    public long replays() {
        return replays;
    }

    /** Commands that were decided and came to this since the start. */
    public long outcomes(ResultCode code) {
        return outcomes.get(code.number());
    }

    /** The state, as of a moment ago. */
    public StateFigures state() {
        return state;
    }

    /** How far log time is ahead of the wall clock; negative if it is behind. */
    public long clockDepartureMs() {
        return clockDepartureMs;
    }

    /** Whether the clock was looked at since the start, and what followed from it is durable. */
    boolean clockWatched() {
        return clockWatched;
    }

    void countCommand(ResultCode code) {
        int at = code.number();
        outcomes.lazySet(at, outcomes.getPlain(at) + 1);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void countGroup(long newFrames, long newQueries, long newReplays, long newSyncNanos) {
        frames += newFrames;
        queries += newQueries;
        replays += newReplays;
        if (newFrames > 0) {
            groups++;
            syncNanos.record(newSyncNanos);
            groupFrames.record(newFrames);
        }
    }

    /** After each group, and while nothing comes: looks at the state if it is time to. */
    void show(LedgerState now, ClockWatch clock, long nanos) {
        if (nanos - figuresAtNanos >= FIGURES_INTERVAL_NANOS) {
            state = StateFigures.of(now);
            clockDepartureMs = clock.departureMs();
            clockWatched = clock.hasLooked();
            figuresAtNanos = nanos;
        }
    }

    private static int highestNumber() {
        int highest = 0;
        for (ResultCode code : ResultCode.values()) {
            highest = Math.max(highest, code.number());
        }
        return highest;
    }

    /** From a quarter of a millisecond to two seconds, each twice the one before. */
    private static long[] syncBounds() {
        long[] bounds = new long[14];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = TimeUnit.MICROSECONDS.toNanos(250) << i;
        }
        return bounds;
    }
}
