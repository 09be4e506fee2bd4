package io.clearhold.bench.measure;

import java.util.Arrays;

/** One figure over all counted rounds, in their order. */
public final class Series {
    private final double[] rounds;
    private final double[] sorted;

    Series(double[] rounds) {
        if (rounds.length == 0) {
            throw new IllegalArgumentException("a series of no rounds");
        }
        this.rounds = rounds.clone();
        this.sorted = rounds.clone();
        Arrays.sort(sorted);
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    public double[] rounds() {
        return rounds.clone();
    }
}
