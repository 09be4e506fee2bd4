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
 * Deciding and applying the creation of a payment. The state grows, so each iteration begins with a
 * fresh one; what {@code -prof gc} counts is the growth of the tables, which a payment needs, and
 * should be nothing more.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CreatePaymentBenchmark {
    private static final int ACCOUNTS = 100_000;
    private static final int COMMANDS_PER_MS = 256;
    private static final long RETENTION_MS = TimeUnit.DAYS.toMillis(1);

    private final Frame frame = new Frame();
    private StateMachine machine = new StateMachine();
    private LifecycleScript script = LifecycleScript.creations(1, RETENTION_MS, 1);

    @Setup(Level.Iteration)
    public void prepare() {
        machine = new StateMachine();
        script = LifecycleScript.creations(ACCOUNTS, RETENTION_MS, 1);
        for (int i = 0; i < script.setupLength(); i++) {
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
