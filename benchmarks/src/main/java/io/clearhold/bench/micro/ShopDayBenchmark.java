package io.clearhold.bench.micro;

import io.clearhold.bench.workload.LifecycleScript;
import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.machine.StateMachine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Deciding and applying a command of a shop's day. Payments stay in the state, so what {@code -prof
 * gc} counts is the growth of the tables; once they are as large as they need to be, it is nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ShopDayBenchmark {
    private static final int ACCOUNTS = 100_000;
    private static final int LAG = 1 << 14;
    private static final int COMMANDS_PER_MS = 256;
    private static final long RETENTION_MS = 1_000;

    private final Frame frame = new Frame();
    private final StateMachine machine = new StateMachine();
    private final LifecycleScript script =
            LifecycleScript.full(ACCOUNTS, LAG, RETENTION_MS, ACCOUNTS);

    /** Until every step occurs as often as any other. */
    @Setup(Level.Trial)
    public void fill() {
        long commands = script.setupLength() + (long) script.fillLength();
        for (long i = 0; i < commands; i++) {
            execute();
        }
    }

    @Benchmark
    public StateMachine.Outcome execute() {
        script.next();
        long nowMs = script.sequence() / COMMANDS_PER_MS;
        return machine.execute(script.command(), 0, script.length(), nowMs, frame);
    }
}
