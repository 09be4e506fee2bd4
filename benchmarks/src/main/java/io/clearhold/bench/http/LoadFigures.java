package io.clearhold.bench.http;

import io.clearhold.bench.load.LoadResult;
import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import java.time.Duration;

/** How a run of load becomes figures, alike for all servers. */
final class LoadFigures {
    static final String ANSWERS_PER_S = "answers_per_s";

    private LoadFigures() {}

    /**
     * Figures of a run in which every answer was as expected.
     *
     * @param serverCpu processor time that the server used during the run
     */
    static Figures of(LoadResult result, Duration serverCpu) {
        requireExpected(result);
        double answers = Math.max(1, result.answered());
        return Figures.of(ANSWERS_PER_S, result.answersPerSecond())
                .with("p50_us", result.latencyUs(50))
                .with("p99_us", result.latencyUs(99))
                .with("p999_us", result.latencyUs(99.9))
                .with("max_us", result.maxLatencyUs())
                .with("server_cpu_us_per_answer", serverCpu.toNanos() / 1e3 / answers)
                .with("generator_cpu_us_per_answer", result.generatorCpuNs() / 1e3 / answers);
    }

    /** A wrong answer is no figure. */
    static void requireExpected(LoadResult result) {
        if (result.unexpected() > 0) {
            throw new InvalidMeasurementException(
                    result.unexpected()
                            + " of "
                            + result.answered()
                            + " answers were not as expected, the first: "
                            + result.firstUnexpected());
        }
    }
}
