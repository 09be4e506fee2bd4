package io.clearhold.bench.workload;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.process.Workload;
import java.time.Duration;

/** Decide and apply in memory: everything of a command but its way in, its frame's CRC and disk. */
final class CoreWorkload implements Workload {
    private static final int BATCH = 256;

    private final ScriptedMachine machine;

    CoreWorkload(LifecycleScript script) {
        machine = new ScriptedMachine(script);
        machine.run(script.setupLength() + (long) script.fillLength());
    }

    @Override
    public Figures round(Duration duration) {
        long startNs = System.nanoTime();
        long endNs = startNs + duration.toNanos();
        long commands = 0;
        long nowNs = startNs;
        while (nowNs < endNs) {
            machine.run(BATCH);
            commands += BATCH;
            nowNs = System.nanoTime();
        }
        return Figures.of(InProcess.COMMANDS_PER_S, commands * 1e9 / (nowNs - startNs));
    }

    @Override
    public void close() {}
}
