package io.clearhold.gateway.http;

import io.clearhold.gateway.operation.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Counts and times of requests. Safe for many threads. */
final class RequestMetrics {
    private static final int STATUSES = 600;

    /** What has no route. */
    private static final String UNKNOWN = "unknown";

    private final MeterRegistry registry;
    private final Map<String, AtomicReferenceArray<@Nullable Timer>> timers = new HashMap<>();
    private final Counter ringFull;
    private final Counter batchOperations;

    RequestMetrics(MeterRegistry registry, List<Route> routes) {
        this.registry = registry;
        for (Route route : routes) {
            timers.put(route.name(), new AtomicReferenceArray<>(STATUSES));
        }
        timers.put(UNKNOWN, new AtomicReferenceArray<>(STATUSES));
        this.ringFull =
                Counter.builder("clearhold.ring.full")
                        .description("Requests refused because the ring was full")
                        .register(registry);
        this.batchOperations =
                Counter.builder("clearhold.http.batch.operations")
                        .description("Operations that came in batches")
                        .register(registry);
    }

    /** A batch of so many operations begins. */
    void batchOperations(int count) {
        batchOperations.increment(count);
    }

    void ringFull() {
        ringFull.increment();
    }

    void answered(@Nullable Route route, int status, long nanos) {
        String name = route == null ? UNKNOWN : route.name();
        AtomicReferenceArray<@Nullable Timer> byStatus = timers.get(name);
        if (byStatus == null || status < 0 || status >= STATUSES) {
            return;
        }
        Timer timer = byStatus.get(status);
        if (timer == null) {
            timer = register(name, status);
            byStatus.set(status, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** The registry gives the same timer to who asks twice, so a race does no harm. */
    private Timer register(String operation, int status) {
        return Timer.builder("clearhold.http.requests")
                .description("Requests from complete arrival to answer")
                .tag("operation", operation)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10))
                .register(registry);
    }
}
