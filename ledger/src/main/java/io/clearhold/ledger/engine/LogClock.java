package io.clearhold.ledger.engine;

/**
 * Log time of a real driver: it follows the monotonic clock from where it begins. It begins at the
 * wall clock; but where nobody served for long, or deadlines wait for an operator already, it
 * begins where it had ended, so that nothing irrevocable is done before somebody has looked.
 * Written by the writer alone; any thread may ask {@link #plainMs}.
 */
final class LogClock implements LogTime {
    private final MachineClock machine;
    private final long baseNanos;
    private final long downMs;
    private volatile long baseMs;

    /**
     * Begins now.
     *
     * @param lastPlainMs time of the last frame, 0 if there is none
     * @param seen when somebody last served
     * @param held whether deadlines that move money wait already
     */
    LogClock(MachineClock machine, long lastPlainMs, ClockMark.Seen seen, boolean held) {
        this.machine = machine;
        this.baseNanos = machine.nanos();
        long wallMs = machine.wallMs();
        long endedMs = Math.max(lastPlainMs, seen.plainMs());
        long servedMs = seen.wallMs() == 0 ? endedMs : seen.wallMs();
        boolean begun = endedMs != 0;
        boolean longDown = begun && wallMs - servedMs > ClockWatch.LONGEST_DOWN_MS;
        this.downMs = longDown ? wallMs - servedMs : 0;
        this.baseMs = begun && (longDown || held) ? endedMs : Math.max(wallMs, endedMs);
    }

    @Override
    public long plainMs() {
        return baseMs + (machine.nanos() - baseNanos) / 1_000_000;
    }

    @Override
    public long wallMs() {
        return machine.wallMs();
    }

    @Override
    public long downMs() {
        return downMs;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public void step(long forwardMs) {
        baseMs += forwardMs;
    }
}
