package io.clearhold.bench.micro;

import io.clearhold.bench.measure.Workspace;
import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.journal.JournalRecovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Building a frame of the usual length and appending it to the journal, without a sync. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class JournalBenchmark {
    private final Frame frame = new Frame();
    private final UnsafeBuffer command = new UnsafeBuffer(new byte[200]);
    private final UnsafeBuffer result = new UnsafeBuffer(new byte[100]);
    private final UnsafeBuffer events = new UnsafeBuffer(new byte[64]);
    private @Nullable ChronicleJournal journal;
    private @Nullable Path folder;
    private long sequence;

    @Setup(Level.Iteration)
    public void open() throws IOException {
        Path fresh = Files.createTempDirectory("clearhold-jmh-");
        folder = fresh;
        journal = new JournalRecovery(fresh.resolve("journal")).open(0, each -> {}).journal();
        sequence = 0;
    }

    @TearDown(Level.Iteration)
    public void close() {
        Objects.requireNonNull(journal).close();
        Workspace.delete(Objects.requireNonNull(folder));
    }

    @Benchmark
    public long append() {
        ChronicleJournal open = Objects.requireNonNull(journal);
        sequence++;
        frame.begin(0, sequence, sequence, command, 0, command.capacity());
        frame.putResult(result, 0, result.capacity());
        frame.putEvents(events, 0, events.capacity());
        frame.end(open.syncedSequence(), 1);
        open.append(frame, sequence);
        return sequence;
    }
}
