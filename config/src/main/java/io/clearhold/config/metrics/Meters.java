package io.clearhold.config.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * Registers meters that are read when somebody asks, so that measuring costs their source nothing.
 */
final class Meters {
    /** Upper ends of the ranges of durations, the same everywhere so that they can be compared. */
    static final Duration[] DURATIONS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    <T> void counter(String name, String meaning, T source, ToDoubleFunction<T> value) {
        counter(name, meaning, Tags.empty(), source, value);
    }

    <T> void counter(String name, String meaning, Tags tags, T source, ToDoubleFunction<T> value) {
        Meter _ =
                FunctionCounter.builder(name, source, value)
                        .description(meaning)
                        .tags(tags)
                        .register(registry);
    }

    <T> void gauge(String name, String meaning, T source, ToDoubleFunction<T> value) {
        gauge(name, meaning, Tags.empty(), source, value);
    }

    <T> void gauge(String name, String meaning, Tags tags, T source, ToDoubleFunction<T> value) {
        Meter _ =
                Gauge.builder(name, source, value)
                        .description(meaning)
                        .tags(tags)
                        .register(registry);
    }
}
