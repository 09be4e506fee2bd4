package io.clearhold.bench.workload;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.process.Workload;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Decide and apply in memory: everything of a command but its way in, its frame's CRC and disk.
 * Payments stay in the state, so after some millions of commands a fresh machine takes over while
 * the clock stands still: a faster core does not run with a larger state.
 */
final class CoreWorkload implements Workload {
    private static final int BATCH = 256;
    private static final long MOST_COMMANDS = 16_000_000;

    private final Supplier<LifecycleScript> scripts;
    private ScriptedMachine machine;
    private long commandsOfMachine;

    CoreWorkload(Supplier<LifecycleScript> scripts) {
        this.scripts = scripts;
        this.machine = fresh();
    }

    @Override
    public Figures round(Duration duration) {
        long elapsedNs = 0;
        long commands = 0;
        while (elapsedNs < duration.toNanos()) {
            if (commandsOfMachine > MOST_COMMANDS) {
                machine = fresh();
            }
            long startNs = System.nanoTime();
            machine.run(BATCH);
            elapsedNs += System.nanoTime() - startNs;
            commands += BATCH;
            commandsOfMachine += BATCH;
        }
        return Figures.of(InProcess.COMMANDS_PER_S, commands * 1e9 / elapsedNs);
    }

    private ScriptedMachine fresh() {
        LifecycleScript script = scripts.get();
        ScriptedMachine filled = new ScriptedMachine(script);
        filled.run(script.setupLength() + (long) script.fillLength());
        commandsOfMachine = 0;
        return filled;
    }

    @Override
    public void close() {}
}
