package io.clearhold.config.metrics;

import io.clearhold.ledger.engine.Distribution;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/**
 * A distribution of the writer as a histogram. Micrometer has none that reads counts which somebody
 * else keeps, so this stands in the registry below it.
 */
final class DistributionCollector implements Collector {
    private final String name;
    private final String meaning;
    private final Distribution distribution;
    private final double scale;

    /**
     * Reads a distribution.
     *
     * @param scale from its unit to that of the metric
     */
    DistributionCollector(String name, String meaning, Distribution distribution, double scale) {
        this.name = name;
        this.meaning = meaning;
        this.distribution = distribution;
        this.scale = scale;
    }

    @Override
    public MetricSnapshot collect() {
        long[] bounds = distribution.bounds();
        double[] ends = new double[bounds.length + 1];
        for (int i = 0; i < bounds.length; i++) {
            ends[i] = bounds[i] * scale;
        }
        ends[bounds.length] = Double.POSITIVE_INFINITY;
        return HistogramSnapshot.builder()
                .name(name)
                .help(meaning)
                .dataPoint(
                        HistogramDataPointSnapshot.builder()
                                .classicHistogramBuckets(
                                        ClassicHistogramBuckets.of(ends, distribution.counts()))
                                .sum(distribution.sum() * scale)
                                .build())
                .build();
    }
}
