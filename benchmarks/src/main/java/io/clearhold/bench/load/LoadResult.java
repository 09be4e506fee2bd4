package io.clearhold.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What a run of load came to.
 *
 * @param sent requests
 * @param answered answers, those included that came after the time was over
 * @param answeredInTime answers before the time was over: the throughput counts only these
 * @param unexpected answers with another status than expected
 * @param firstUnexpected the first of them, empty if there is none
 * @param elapsedNs from the first request to the end of the time
 * @param generatorCpuNs processor time of the generator's thread
 * @param latencyNs from when the request was to be sent to its answer
 */
public record LoadResult(
        long sent,
        long answered,
        long answeredInTime,
        long unexpected,
        String firstUnexpected,
        long elapsedNs,
        long generatorCpuNs,
        Histogram latencyNs) {
    public double answersPerSecond() {
        return answeredInTime * 1e9 / elapsedNs;
    }

    /** A percentile of the latency in microseconds. */
    public double latencyUs(double percentile) {
        return latencyNs.getValueAtPercentile(percentile) / 1e3;
    }

    public double maxLatencyUs() {
        return latencyNs.getMaxValue() / 1e3;
    }
}
