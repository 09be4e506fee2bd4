package io.clearhold.gateway.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What can be seen of deliveries. */
final class WebhookMetrics {
    private final Counter succeeded;
    private final Counter refused;
    private final Counter unanswered;
    private final Counter givenUp;
    private final Timer latency;

    WebhookMetrics(MeterRegistry registry, WebhookDeliveries deliveries) {
        succeeded = attempts(registry, "succeeded");
        refused = attempts(registry, "refused");
        unanswered = attempts(registry, "unanswered");
        givenUp =
                Counter.builder("clearhold.webhook.given.up")
                        .description("Deliveries that failed at every try")
                        .register(registry);
        latency =
                Timer.builder("clearhold.webhook.attempt")
                        .description("From the start of an attempt to its answer")
                        .register(registry);
        gauge(
                registry,
                deliveries,
                "open",
                "Deliveries that are not at their end, at most 100000",
                WebhookDeliveries::open);
        gauge(
                registry,
                deliveries,
                "under.way",
                "Attempts that wait for an answer",
                WebhookDeliveries::underWay);
    }

    void attempt(Attempt attempt) {
        Counter outcome =
                attempt.succeeded()
                        ? succeeded
                        : attempt instanceof Attempt.Answered ? refused : unanswered;
        outcome.increment();
        latency.record(attempt.durationMs(), TimeUnit.MILLISECONDS);
    }

    void givenUp() {
        givenUp.increment();
    }

    private static Counter attempts(MeterRegistry registry, String outcome) {
        return Counter.builder("clearhold.webhook.attempts")
                .description("Attempts by what came of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry,
            WebhookDeliveries deliveries,
            String name,
            String description,
            ToDoubleFunction<WebhookDeliveries> value) {
        Gauge.builder("clearhold.webhook." + name, deliveries, value)
                .description(description)
                .register(registry);
    }
}
