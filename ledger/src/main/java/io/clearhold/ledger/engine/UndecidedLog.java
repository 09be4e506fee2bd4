package io.clearhold.ledger.engine;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of messages that could not be decided. A sender that errs may do so as fast as it
 * can, so the log hears of it once a second at most. Used by the writer alone.
 */
final class UndecidedLog {
    private static final Logger LOG = LoggerFactory.getLogger(UndecidedLog.class);
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long count;
    private long lastNanos;

    void add(RuntimeException bug) {
        long now = System.nanoTime();
        boolean quiet = count > 0 && now - lastNanos < INTERVAL_NANOS;
        count++;
        if (!quiet) {
            lastNanos = now;
            LOG.error(
                    "{} messages could not be decided so far; the last was refused and changed nothing",
                    count,
                    bug);
        }
    }
}
