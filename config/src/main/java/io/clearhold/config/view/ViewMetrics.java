package io.clearhold.config.view;

import io.clearhold.ledger.projection.Projection;
import io.clearhold.ledger.projection.database.TableSize;
import io.clearhold.ledger.projection.list.ViewPool;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What can be measured of the view; nothing is asked of PostgreSQL when somebody looks. */
public final class ViewMetrics {
    private final MeterRegistry registry;

    public ViewMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void bind(ServerView view, PostgresWatch watch) {
        Projection projection = view.projection();
        gauge(
                "clearhold.projection.lag.ms",
                "How long ago the view last had everything that was durable; 0 while it has",
                projection,
                Projection::lagMs);
        gauge(
                "clearhold.projection.last.batch.frames",
                "Frames that the last transaction wrote",
                projection,
                Projection::lastBatchFrames);
        gauge(
                "clearhold.projection.last.batch.rows",
                "Rows that the last transaction wrote",
                projection,
                Projection::lastBatchRows);
        counter(
                "clearhold.projection.batches",
                "Transactions written to the view since the start",
                projection,
                Projection::batchesWritten);
        counter(
                "clearhold.projection.frames",
                "Frames written to the view since the start",
                projection,
                Projection::framesProjected);
        counter(
                "clearhold.projection.events",
                "Events written to the view since the start",
                projection,
                Projection::eventsProjected);
        counter(
                "clearhold.projection.retries",
                "Failures of the projection since the start, each tried again",
                projection,
                Projection::failures);
        ViewPool pool = view.pool();
        gauge(
                "clearhold.view.connections.active",
                "Connections that read a list just now",
                pool,
                ViewPool::active);
        gauge(
                "clearhold.view.connections.waiting",
                "Lists that wait for a connection",
                pool,
                ViewPool::waiting);
        bind(watch);
    }

    private void bind(PostgresWatch watch) {
        gauge(
                "clearhold.postgres.up",
                "1 while PostgreSQL answers, 0 while it is away",
                watch,
                each -> each.trouble().isEmpty() && each.sizes().databaseBytes() > 0 ? 1 : 0);
        gauge(
                "clearhold.postgres.database.bytes",
                "Size of the database",
                watch,
                each -> each.sizes().databaseBytes());
        MultiGauge tables =
                MultiGauge.builder("clearhold.postgres.table.bytes")
                        .description("Size of a table of the view")
                        .register(registry);
        MultiGauge indexes =
                MultiGauge.builder("clearhold.postgres.index.bytes")
                        .description("Size of all indexes of a table of the view")
                        .register(registry);
        watch.onSizes(sizes -> {
            tables.register(rows(sizes, TableSize::tableBytes), true);
            indexes.register(rows(sizes, TableSize::indexBytes), true);
        });
    }

    private static List<MultiGauge.Row<?>> rows(
            List<TableSize> sizes, ToDoubleFunction<TableSize> bytes) {
        return sizes.stream()
                .<MultiGauge.Row<?>>map(size ->
                        MultiGauge.Row.of(
                                Tags.of("table", size.table()), bytes.applyAsDouble(size)))
                .toList();
    }

    private <T> void counter(String name, String meaning, T source, ToDoubleFunction<T> value) {
        Meter _ =
                FunctionCounter.builder(name, source, value)
                        .description(meaning)
                        .register(registry);
    }

    private <T> void gauge(String name, String meaning, T source, ToDoubleFunction<T> value) {
        Meter _ = Gauge.builder(name, source, value).description(meaning).register(registry);
    }
}
