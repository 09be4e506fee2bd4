package io.clearhold.bench.micro;

import io.clearhold.bench.workload.LifecycleScript;
import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.machine.StateMachine;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Building a frame from its parts, and taking one over from the journal. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FrameBenchmark {
    private static final int ACCOUNTS = 10;

    private final Frame frame = new Frame();
    private UnsafeBuffer command = new UnsafeBuffer(new byte[0]);
    private UnsafeBuffer result = command;
    private UnsafeBuffer events = command;
    private UnsafeBuffer whole = command;

    /** Takes the frame of a created payment apart. */
    @Setup
    public void takeApart() {
        LifecycleScript script = LifecycleScript.creations(ACCOUNTS, 1000, 1);
        StateMachine machine = new StateMachine();
        Frame built = new Frame();
        for (int i = 0; i <= script.setupLength(); i++) {
            script.next();
            machine.execute(script.command(), 0, script.length(), 1, built);
        }
        built.end(0, 1);
        command = copy(built, built.commandOffset(), built.commandLength());
        result = copy(built, built.resultOffset(), built.resultLength());
        events = copy(built, built.eventsOffset(), built.eventsLength());
        whole = copy(built, 0, built.length());
    }

    @Benchmark
    public int encode() {
        frame.begin(0, 1, 1, command, 0, command.capacity());
        frame.putResult(result, 0, result.capacity());
        frame.putEvents(events, 0, events.capacity());
        frame.end(0, 1);
        return frame.length();
    }

    @Benchmark
    public boolean load() {
        frame.buffer().putBytes(0, whole, 0, whole.capacity());
        return frame.load(whole.capacity());
    }

    private static UnsafeBuffer copy(Frame frame, int offset, int length) {
        byte[] bytes = new byte[length];
        frame.buffer().getBytes(offset, bytes);
        return new UnsafeBuffer(bytes);
    }
}
