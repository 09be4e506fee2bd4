package io.clearhold.bench.process;

import io.clearhold.bench.measure.Figures;
import java.io.IOException;
import java.time.Duration;

/** What a {@link ForkedMeasurement} runs in its own JVM. Confined to one thread. */
public interface Workload extends AutoCloseable {
    Figures round(Duration duration) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
