package io.clearhold.bench.workload;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.process.Workload;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * The core with many payments open: what one costs in memory, how fast it still is, and how long a
 * single command can keep the writer. A round has a number of commands rather than a time, so that
 * the payments that were closed meanwhile, which stay in memory, do not outgrow the open ones.
 */
final class LargeStateWorkload implements Workload {
    /** Commands of a round. */
    static final long COMMANDS_OF_ROUND = 1_500_000;

    private static final long LONGEST_PAUSE_NS = 60_000_000_000L;

    /** The keys of this many commands are remembered, whatever the number of payments. */
    private static final long REMEMBERED_COMMANDS = 1_000_000;

    private final ScriptedMachine machine;
    private final long commandsOfRound;
    private final double bytesPerOpenPayment;
    private final double fillCommandsPerSecond;
    private final SnapshotFigures snapshot;
    private final Histogram pauses = new Histogram(LONGEST_PAUSE_NS, 3);

    LargeStateWorkload(LargeStateSize size, long commandsOfRound, long seed, Path folder)
            throws IOException {
        this.commandsOfRound = commandsOfRound;
        OpenPaymentsScript script =
                new OpenPaymentsScript(
                        size, ScriptedMachine.retentionMs(REMEMBERED_COMMANDS), seed);
        machine = new ScriptedMachine(script);
        machine.run(script.setupLength());
        long before = usedBytes();
        long startNs = System.nanoTime();
        machine.run(script.fillLength());
        long elapsedNs = System.nanoTime() - startNs;
        bytesPerOpenPayment = (double) (usedBytes() - before) / size.payments();
        fillCommandsPerSecond = script.fillLength() * 1e9 / elapsedNs;
        snapshot = SnapshotFigures.measure(machine, folder);
    }

    @Override
    public Figures round(Duration duration) {
        pauses.reset();
        long startNs = System.nanoTime();
        long beforeNs = startNs;
        for (long i = 0; i < commandsOfRound; i++) {
            machine.step();
            long nowNs = System.nanoTime();
            pauses.recordValue(Math.min(LONGEST_PAUSE_NS, nowNs - beforeNs));
            beforeNs = nowNs;
        }
        return Figures.of(InProcess.COMMANDS_PER_S, commandsOfRound * 1e9 / (beforeNs - startNs))
                .with(InProcess.BYTES_PER_OPEN_PAYMENT, bytesPerOpenPayment)
                .with("fill_commands_per_s", fillCommandsPerSecond)
                .with(InProcess.SNAPSHOT_BYTES, snapshot.bytes())
                .with(InProcess.SNAPSHOT_SECONDS, snapshot.writeSeconds())
                .with("snapshot_read_s", snapshot.readSeconds())
                .with(InProcess.RESTART_SECONDS, snapshot.restartSeconds())
                .with("pause_p50_us", pauses.getValueAtPercentile(50) / 1e3)
                .with("pause_p99_us", pauses.getValueAtPercentile(99) / 1e3)
                .with("pause_p999_us", pauses.getValueAtPercentile(99.9) / 1e3)
                .with(InProcess.PAUSE_P9999_MS, pauses.getValueAtPercentile(99.99) / 1e6)
                .with(InProcess.PAUSE_MAX_MS, pauses.getMaxValue() / 1e6);
    }

    /** What is alive on the heap, and what lies beside it. */
    private static long usedBytes() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            used += pool.getMemoryUsed();
        }
        return used;
    }

    @Override
    public void close() {}
}
