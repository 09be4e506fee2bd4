package io.clearhold.config.metrics;

import io.clearhold.bank.dispatch.BankDispatch;
import io.clearhold.config.engine.OpenLedger;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.Tailer;
import io.clearhold.ledger.engine.Engine;
import io.clearhold.ledger.engine.EngineStatistics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;

/**
 * The registry of a server. Counters of the writer are read when somebody asks: measuring costs the
 * writer nothing.
 */
public final class ServerMetrics implements AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    public ServerMetrics() {
        garbageCollection.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** Engine and journal. */
    public void bind(OpenLedger ledger) {
        EngineStatistics statistics = ledger.engine().statistics();
        counter(
                "clearhold.engine.frames",
                "Frames appended since the start",
                statistics,
                EngineStatistics::frames);
        counter(
                "clearhold.engine.groups",
                "Groups of frames, each covered by one sync, since the start",
                statistics,
                EngineStatistics::groups);
        counter(
                "clearhold.engine.sync.seconds",
                "Time spent in syncs since the start",
                statistics,
                engine -> engine.syncNanos() / NANOS_PER_SECOND);
        counter(
                "clearhold.engine.queries",
                "Queries answered by the writer since the start",
                statistics,
                EngineStatistics::queries);
        counter(
                "clearhold.engine.replays",
                "Commands answered from an earlier frame since the start",
                statistics,
                EngineStatistics::replays);
        gauge(
                "clearhold.engine.deadlines.open",
                "Deadlines that wait",
                statistics,
                EngineStatistics::openDeadlines);
        Engine engine = ledger.engine();
        gauge(
                "clearhold.engine.ring.free.slots",
                "Messages that the ring still takes",
                engine,
                Engine::freeSlots);
        gauge(
                "clearhold.engine.watermark",
                "The highest durable sequence",
                engine,
                Engine::watermark);
        gauge(
                "clearhold.engine.running",
                "1 while the writer works, 0 after it stopped or failed",
                engine,
                each -> each.health() == Ledger.Health.RUNNING ? 1 : 0);
        gauge(
                "clearhold.journal.bytes",
                "Size of the journal's files",
                ledger.journal(),
                journal -> (double) journal.sizeInBytes());
    }

    /** How far a tailer is, and how far behind. */
    public void bind(Tailer tailer, Ledger ledger) {
        Gauge.builder("clearhold.tailer.position", tailer, Tailer::position)
                .description("The last sequence that the tailer has dealt with durably")
                .tag("tailer", tailer.name())
                .register(registry);
        Gauge.builder(
                        "clearhold.tailer.lag.frames",
                        tailer,
                        each -> Math.max(0, ledger.watermark() - each.position()))
                .description("Frames that the tailer has still to deal with")
                .tag("tailer", tailer.name())
                .register(registry);
    }

    /** What bank dispatch works on. */
    public void bind(BankDispatch dispatch) {
        gauge(
                "clearhold.bank.instructions.in.flight",
                "Bank instructions that are worked on",
                dispatch,
                BankDispatch::inFlight);
        counter(
                "clearhold.bank.dispatch.failures",
                "Failures of bank dispatch itself since the start, each tried again",
                dispatch,
                BankDispatch::failures);
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }

    private <T> void counter(String name, String meaning, T source, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, source, value).description(meaning).register(registry);
    }

    private <T> void gauge(String name, String meaning, T source, ToDoubleFunction<T> value) {
        MeterRegistry target = registry;
        Gauge.builder(name, source, value).description(meaning).register(target);
    }
}
