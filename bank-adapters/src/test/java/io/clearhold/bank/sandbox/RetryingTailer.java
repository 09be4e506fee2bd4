package io.clearhold.bank.sandbox;

import io.clearhold.core.port.Tailer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Does something at a time, and again a while after that, for ever. */
final class RetryingTailer implements Tailer {
    private final LongSupplier clock;
    private final long intervalMs;
    private final List<Long> attempts = new ArrayList<>();
    private long dueMs;

    RetryingTailer(LongSupplier clock, long firstMs, long intervalMs) {
        this.clock = clock;
        this.dueMs = firstMs;
        this.intervalMs = intervalMs;
    }

    /** The times at which it did it. */
    synchronized List<Long> attempts() {
        return List.copyOf(attempts);
    }

    @Override
    public String name() {
        return "retries";
    }

    @Override
    public long position() {
        return Long.MAX_VALUE;
    }

    /** Whoever waits for it sees it do what is due. */
    @Override
    public synchronized boolean isIdle(long sequence) {
        long nowMs = clock.getAsLong();
        if (nowMs >= dueMs) {
            attempts.add(nowMs);
            dueMs = nowMs + intervalMs;
        }
        return true;
    }

    @Override
    public synchronized long nextDueMs() {
        return dueMs;
    }

    @Override
    public String trouble() {
        return "";
    }
}
