package io.clearhold.config.metrics;

import io.clearhold.core.port.Ledger;
import io.clearhold.core.result.ResultCode;
import io.clearhold.ledger.engine.Engine;
import io.clearhold.ledger.engine.EngineStatistics;
import io.clearhold.ledger.engine.StateFigures;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.journal.JournalArchive;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** Engine, state and journal. */
final class EngineMetrics {
    private final PrometheusMeterRegistry registry;
    private final Meters meters;

    EngineMetrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
        this.meters = new Meters(registry);
    }

    void bind(Engine engine, ChronicleJournal journal) {
        EngineStatistics statistics = engine.statistics();
        engine(engine);
        counters(statistics);
        for (ResultCode code : ResultCode.values()) {
            if (code != ResultCode.OK) {
                meters.counter(
                        "clearhold.engine.refusals",
                        "Commands that were refused since the start",
                        Tags.of("code", code.code()),
                        statistics,
                        each -> each.outcomes(code));
            }
        }
        registry.getPrometheusRegistry()
                .register(
                        new DistributionCollector(
                                "clearhold_engine_sync_seconds",
                                "How long syncs took since the start",
                                statistics.syncNanos(),
                                1.0 / TimeUnit.SECONDS.toNanos(1)));
        registry.getPrometheusRegistry()
                .register(
                        new DistributionCollector(
                                "clearhold_engine_group_frames",
                                "Frames that one sync covered since the start",
                                statistics.groupFrames(),
                                1));
        state(statistics);
        registry.getPrometheusRegistry().register(new CurrencyCollector(statistics));
        meters.gauge(
                "clearhold.journal.bytes",
                "Size of the journal's files",
                journal,
                each -> (double) each.sizeInBytes());
        meters.gauge(
                "clearhold.journal.archived.files",
                "Files of the journal that are in the archive",
                journal,
                each -> (double) JournalArchive.count(each.folder()));
    }

    private void engine(Engine engine) {
        meters.gauge(
                "clearhold.engine.ring.slots",
                "Messages that the ring takes in all",
                engine,
                Engine::slots);
        meters.gauge(
                "clearhold.engine.ring.free.slots",
                "Messages that the ring still takes",
                engine,
                Engine::freeSlots);
        meters.gauge(
                "clearhold.engine.watermark",
                "The highest durable sequence",
                engine,
                Engine::watermark);
        meters.gauge(
                "clearhold.engine.running",
                "1 while the writer works, 0 after it stopped or failed",
                engine,
                each -> each.health() == Ledger.Health.RUNNING ? 1 : 0);
    }

    private void counters(EngineStatistics statistics) {
        meters.counter(
                "clearhold.engine.frames",
                "Frames appended since the start",
                statistics,
                EngineStatistics::frames);
        meters.counter(
                "clearhold.engine.groups",
                "Groups of frames, each covered by one sync, since the start",
                statistics,
                EngineStatistics::groups);
        meters.counter(
                "clearhold.engine.queries",
                "Queries answered by the writer since the start",
                statistics,
                EngineStatistics::queries);
        meters.counter(
                "clearhold.engine.replays",
                "Commands answered from an earlier frame since the start",
                statistics,
                EngineStatistics::replays);
        meters.counter(
                "clearhold.engine.commands",
                "Commands decided since the start, refused ones included",
                statistics,
                EngineMetrics::commands);
    }

    private static double commands(EngineStatistics statistics) {
        double commands = 0;
        for (ResultCode code : ResultCode.values()) {
            commands += statistics.outcomes(code);
        }
        return commands;
    }

    private void state(EngineStatistics statistics) {
        size(statistics, "payments", StateFigures::payments);
        size(statistics, "refunds", StateFigures::refunds);
        size(statistics, "payouts", StateFigures::payouts);
        size(statistics, "accounts", StateFigures::accounts);
        size(statistics, "keys", StateFigures::keys);
        size(statistics, "instructions", StateFigures::instructions);
        size(statistics, "statements", StateFigures::statements);
        size(statistics, "breaks", StateFigures::breaks);
        size(statistics, "idempotency_entries", StateFigures::idempotencyEntries);
        meters.gauge(
                "clearhold.engine.deadlines.open",
                "Deadlines that wait",
                statistics,
                each -> each.state().deadlines());
        meters.gauge(
                "clearhold.clock.held",
                "1 while deadlines that move money wait for an operator to accept the clock",
                statistics,
                each -> each.state().clock().held() ? 1 : 0);
        meters.gauge(
                "clearhold.clock.departure.seconds",
                "How far log time is ahead of the wall clock; negative if it is behind",
                statistics,
                each -> each.clockDepartureMs() / 1000.0);
        meters.gauge(
                "clearhold.business.day.open.seconds",
                "The beginning of the business day that postings belong to, Unix time; 0 before the"
                        + " first",
                statistics,
                each -> TimeUnit.DAYS.toSeconds(each.state().openDay()));
    }

    private void size(
            EngineStatistics statistics, String table, ToLongFunction<StateFigures> size) {
        meters.gauge(
                "clearhold.state.records",
                "Records in memory, by table",
                Tags.of("table", table),
                statistics,
                each -> size.applyAsLong(each.state()));
    }
}
