package io.clearhold.bench.process;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes a workload in its own JVM. Implemented by enum constants, whose names travel to the child.
 */
public interface WorkloadFactory {
    /** Prepares it in an empty folder that is deleted afterwards. */
    Workload open(Path folder) throws IOException, InterruptedException;
}
