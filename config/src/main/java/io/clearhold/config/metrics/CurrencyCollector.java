package io.clearhold.config.metrics;

import io.clearhold.core.money.Currencies;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.ledger.engine.EngineStatistics;
import io.clearhold.ledger.engine.StateFigures.CurrencyFigures;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** How the operator stands in each currency that the book has: which ones, only the state knows. */
final class CurrencyCollector implements MultiCollector {
    private static final String HEADROOM = "clearhold_headroom_minor";
    private static final String BREAKS = "clearhold_breaks_open";
    private static final String BREAKS_AMOUNT = "clearhold_breaks_open_minor";

    private final EngineStatistics statistics;

    CurrencyCollector(EngineStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public MetricSnapshots collect() {
        GaugeSnapshot.Builder headroom =
                GaugeSnapshot.builder()
                        .name(HEADROOM)
                        .help("What the operator owns beyond what it owes, in minor units");
        GaugeSnapshot.Builder breaks =
                GaugeSnapshot.builder().name(BREAKS).help("Open breaks, by direction");
        GaugeSnapshot.Builder amounts =
                GaugeSnapshot.builder()
                        .name(BREAKS_AMOUNT)
                        .help("What open breaks come to, in minor units");
        for (CurrencyFigures figures : statistics.state().currencies()) {
            Labels currency = Labels.of("currency", Currencies.code(figures.currency()));
            headroom.dataPoint(point(currency, figures.headroomMinor()));
            for (EntrySide side : EntrySide.values()) {
                Labels labels = currency.merge(Labels.of("direction", side.label()));
                breaks.dataPoint(point(labels, figures.openBreaks(side).count()));
                amounts.dataPoint(point(labels, figures.openBreaks(side).amountMinor()));
            }
        }
        return MetricSnapshots.of(headroom.build(), breaks.build(), amounts.build());
    }

    private static GaugeDataPointSnapshot point(Labels labels, long value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value((double) value).build();
    }
}
