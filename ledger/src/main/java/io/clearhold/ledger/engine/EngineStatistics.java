package io.clearhold.ledger.engine;

/** Counters of the writer. Written by it alone; readable by anyone, a little late. */
public final class EngineStatistics {
    private volatile long frames;
    private volatile long groups;
    private volatile long syncNanos;
    private volatile long queries;
    private volatile long replays;
    private volatile long openDeadlines;

    /** Frames appended since the start. */
    public long frames() {
        return frames;
    }

    /** Syncs since the start. */
    public long groups() {
        return groups;
    }

    /** Time spent in syncs since the start. */
    public long syncNanos() {
        return syncNanos;
    }

    public long queries() {
        return queries;
    }

    /** Commands that were answered from an earlier frame. */
    public long replays() {
        return replays;
    }

    public long openDeadlines() {
        return openDeadlines;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void countGroup(
            long newFrames, long newQueries, long newReplays, long newSyncNanos, long deadlines) {
        frames += newFrames;
        queries += newQueries;
        replays += newReplays;
        openDeadlines = deadlines;
        if (newFrames > 0) {
            groups++;
            syncNanos += newSyncNanos;
        }
    }
}
