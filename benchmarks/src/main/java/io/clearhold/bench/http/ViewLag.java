package io.clearhold.bench.http;

import io.clearhold.bench.measure.InvalidMeasurementException;
import java.io.IOException;
import java.time.Duration;

/** How far the view of a server is behind, by its own word. */
final class ViewLag {
    private static final String LAG_MS = "clearhold_projection_lag_ms";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_INTERVAL_MS = 100;

    private final MetricsPage metrics;

    ViewLag(MetricsPage metrics) {
        this.metrics = metrics;
    }

    /** Milliseconds since the view last had everything that was durable. */
    double nowMs() throws IOException, InterruptedException {
        return metrics.read(LAG_MS);
    }

    /** Waits, without load, until the view has all. */
    void awaitNone() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (nowMs() > 0) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new InvalidMeasurementException(
                        "the view was not up to date after " + PATIENCE);
            }
            Thread.sleep(LOOK_INTERVAL_MS);
        }
    }
}
