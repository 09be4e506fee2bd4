package io.clearhold.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** {@code GET /metrics}: for Prometheus. Off the event loop, because every meter is asked. */
final class Metrics implements Operation.Slow {
    private final PrometheusMeterRegistry registry;

    Metrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) {
        answer.fixed(200, MediaType.PROMETHEUS, registry.scrape().getBytes(UTF_8));
    }
}
