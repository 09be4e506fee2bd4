package io.clearhold.bench;

import io.clearhold.bench.http.HelloMeasurement;
import io.clearhold.bench.http.LatencyMeasurement;
import io.clearhold.bench.http.PaymentTraffic;
import io.clearhold.bench.http.PaymentsMeasurement;
import io.clearhold.bench.http.PostgresMeasurement;
import io.clearhold.bench.http.ProjectionMeasurement;
import io.clearhold.bench.http.SustainedMeasurement;
import io.clearhold.bench.measure.Floor;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Ratio;
import io.clearhold.bench.measure.Ratio.Direction;
import io.clearhold.bench.measure.Ratio.Goal;
import io.clearhold.bench.measure.Ratio.Term;
import io.clearhold.bench.measure.Suite;
import io.clearhold.bench.process.ForkedMeasurement;
import io.clearhold.bench.workload.InProcess;
import io.clearhold.bench.workload.LargeStateSize;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that can be measured: the one list of suites and ratios. */
final class Suites {
    /** Netty's own default. */
    private static final int HELLO_EVENT_LOOPS = 0;

    /** On a machine where the naive loop makes less, something else is running. */
    private static final double NAIVE_FLOOR = 1_500_000;

    private static final String ANSWERS_PER_S = "answers_per_s";
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);
    private static final Duration LONGEST_BATCH_ROUND = Duration.ofSeconds(5);

    private final int connections;
    private final double perSecond;
    private final List<String> flags;
    private final LargeStateSize large;
    private final String largeHeap;
    private final @Nullable PrintStream profileOut;

    /**
     * Describes them.
     *
     * @param perSecond rate of the open loop; 0 for the part of the bare server's that is stated
     * @param flags of every child JVM, after our own
     * @param large what the large state holds
     * @param largeHeap of that process alone
     * @param profileOut gets the hot frames of what is ours; null for no profile
     */
    Suites(
            int connections,
            double perSecond,
            List<String> flags,
            LargeStateSize large,
            String largeHeap,
            @Nullable PrintStream profileOut) {
        this.connections = connections;
        this.perSecond = perSecond;
        this.flags = flags;
        this.large = large;
        this.largeHeap = largeHeap;
        this.profileOut = profileOut;
    }

    List<Suite> all() {
        return List.of(
                memory(),
                durable(),
                largeState(),
                http(),
                batch(),
                lifeCycle(),
                latency(),
                sustained(),
                projection());
    }

    private Suite http() {
        Term uniform = new Term("http_uniform", ANSWERS_PER_S);
        Term hot = new Term("http", ANSWERS_PER_S);
        return new Suite(
                "http_peers",
                List.of(
                        payments("http", PaymentTraffic.ONE_PAYEE, LONGEST_ROUND),
                        hello("hello"),
                        payments("http_uniform", PaymentTraffic.UNIFORM, LONGEST_ROUND),
                        PostgresMeasurement.uniform(),
                        PostgresMeasurement.hot()),
                List.of(
                        new Ratio(
                                "http_vs_hello",
                                hot,
                                new Term("hello", ANSWERS_PER_S),
                                atLeast(0.35, 0.45),
                                "durable payments created over HTTP, to answers of a bare Netty"
                                        + " server under the same load"),
                        new Ratio(
                                "hot_vs_uniform_http",
                                hot,
                                uniform,
                                atLeast(0.95, 1.0),
                                "the same, all for one payee, to those for ten thousand payees"),
                        new Ratio(
                                "http_vs_postgres",
                                uniform,
                                new Term("postgres", ANSWERS_PER_S),
                                atLeast(4, 6),
                                "those for ten thousand payees, to the same as one SQL function on"
                                        + " PostgreSQL, its best of 8, 32 and 64 clients"),
                        new Ratio(
                                "http_vs_postgres_hot",
                                hot,
                                new Term("postgres_hot", ANSWERS_PER_S),
                                atLeast(10, 16),
                                "both with one payee")));
    }

    private Suite batch() {
        return new Suite(
                "batch",
                List.of(
                        payments("http_batch", PaymentTraffic.BATCHES, LONGEST_BATCH_ROUND),
                        hello("hello_batch")),
                List.of(
                        new Ratio(
                                "batch_vs_hello",
                                new Term("http_batch", "payments_per_s"),
                                new Term("hello_batch", ANSWERS_PER_S),
                                atLeast(1.5, 2.2),
                                "payments through batches of 100, every operation's answer"
                                        + " checked, to answers of a bare Netty server")));
    }

    private Suite lifeCycle() {
        return new Suite(
                "life_cycle",
                List.of(
                        payments("http_mixed", PaymentTraffic.LIFE_CYCLE, LONGEST_ROUND),
                        payments("http_create", PaymentTraffic.ONE_PAYEE, LONGEST_ROUND)),
                List.of(
                        new Ratio(
                                "mixed_vs_create",
                                new Term("http_mixed", ANSWERS_PER_S),
                                new Term("http_create", ANSWERS_PER_S),
                                atLeast(0.8, 1),
                                "requests of a payment's whole life over HTTP, to requests that"
                                        + " only create one")));
    }

    private Suite latency() {
        return new Suite(
                "latency",
                List.of(new LatencyMeasurement(connections, perSecond, flags, profileOut)),
                List.of(
                        new Ratio(
                                "p99_vs_fdatasync",
                                new Term(LatencyMeasurement.NAME, LatencyMeasurement.P99_US),
                                new Term(LatencyMeasurement.NAME, LatencyMeasurement.SYNC_P99_US),
                                new Goal(Direction.AT_MOST, 5, 3),
                                "99th percentile of a payment at 0.15 of the bare server's rate,"
                                        + " open loop, to that of 4 KiB and fdatasync on the idle"
                                        + " disk before and after")));
    }

    private Suite sustained() {
        return new Suite(
                "sustained",
                Suite.Pace.SUSTAINED,
                List.of(
                        new SustainedMeasurement(connections, flags, profileOut),
                        hello("hello_sustained")),
                List.of(
                        new Ratio(
                                "http_sustained_vs_hello",
                                new Term(SustainedMeasurement.NAME, ANSWERS_PER_S),
                                new Term("hello_sustained", ANSWERS_PER_S),
                                atLeast(0.12, 0.2),
                                "durable payments created over HTTP for as long as the view follows"
                                        + " within a second, to answers of a bare Netty server")),
                List.of());
    }

    private Suite projection() {
        return new Suite(
                "view",
                List.of(new ProjectionMeasurement(connections, flags, profileOut)),
                List.of(
                        new Ratio(
                                "projection_events_per_s",
                                new Term(
                                        ProjectionMeasurement.NAME,
                                        ProjectionMeasurement.EVENTS_PER_S),
                                new Term(
                                        ProjectionMeasurement.NAME,
                                        ProjectionMeasurement.STATED_LIMIT_PER_S),
                                new Goal(Direction.AT_LEAST, 1),
                                "events a second that a running server writes to its view, to the"
                                        + " limit that is stated for it")));
    }

    private Suite memory() {
        Term core = new Term("core", InProcess.COMMANDS_PER_S);
        Term naive = new Term("naive", InProcess.TRANSFERS_PER_S);
        return new Suite(
                        "memory",
                        List.of(
                                forked("core", InProcess.CORE),
                                peer("naive", InProcess.NAIVE),
                                forked("core_hot", InProcess.CORE_HOT),
                                forked("replay", InProcess.REPLAY)),
                        List.of(
                                new Ratio(
                                        "core_vs_naive",
                                        core,
                                        naive,
                                        atLeast(0.5, 0.7),
                                        "commands of a shop's day decided and applied in memory, to"
                                                + " transfers of a naive double-entry loop"),
                                new Ratio(
                                        "hot_vs_uniform",
                                        new Term("core_hot", InProcess.COMMANDS_PER_S),
                                        core,
                                        atLeast(1.0, 1.1),
                                        "the same, all payments for one payee, to those for a"
                                                + " million payees"),
                                new Ratio(
                                        "replay_vs_naive",
                                        new Term("replay", InProcess.FRAMES_PER_S),
                                        naive,
                                        atLeast(0.5, 1.0),
                                        "frames recovered from a journal on disk, to transfers of a"
                                                + " naive double-entry loop")))
                .withFloors(
                        new Floor(
                                naive,
                                NAIVE_FLOOR,
                                "the naive loop was too slow, the machine was not idle"));
    }

    private Suite durable() {
        Term durable = new Term("durable_core", InProcess.COMMANDS_PER_S);
        return new Suite(
                "durable",
                List.of(
                        forked("durable_core", InProcess.ENGINE),
                        peer("chronicle_sync", InProcess.CHRONICLE_SYNC),
                        peer("raw_file", InProcess.RAW_FILE)),
                List.of(
                        new Ratio(
                                "durable_core_vs_chronicle_sync",
                                durable,
                                new Term("chronicle_sync", InProcess.APPENDS_PER_S),
                                atLeast(0.7, 0.8),
                                "durable commands through the engine, to appends of frames as long"
                                        + " to a bare queue synced every 128"),
                        new Ratio(
                                "durable_core_vs_raw",
                                durable,
                                new Term("raw_file", InProcess.APPENDS_PER_S),
                                atLeast(0.2, 0.5),
                                "the same, to frames as long written to a preallocated file, one"
                                        + " write and one fdatasync for 128")));
    }

    private Suite largeState() {
        List<String> all = new ArrayList<>(flags);
        all.add("-Xmx" + largeHeap);
        all.addAll(large.flags());
        String name = "large_core";
        return new Suite(
                "large_state",
                List.of(
                        new ForkedMeasurement<>(name, InProcess.LARGE_STATE, all, profileOut),
                        forked("empty_core", InProcess.EMPTY_STATE)),
                List.of(
                        Ratio.figure(
                                "bytes_per_open_payment",
                                new Term(name, InProcess.BYTES_PER_OPEN_PAYMENT),
                                new Goal(Direction.AT_MOST, 400),
                                "memory of the state for one held payment, its keys and deadlines"
                                        + " included"),
                        new Ratio(
                                "large_vs_empty_core",
                                new Term(name, InProcess.COMMANDS_PER_S),
                                new Term("empty_core", InProcess.COMMANDS_PER_S),
                                atLeast(0.5, 0.5),
                                "commands with that many payments open, to those with hardly any"),
                        Ratio.figure(
                                "writer_pause_p9999_ms",
                                new Term(name, InProcess.PAUSE_P9999_MS),
                                new Goal(Direction.AT_MOST, 10),
                                "99.99th percentile of deciding and applying one command, there"),
                        Ratio.figure(
                                "snapshot_bytes",
                                new Term(name, InProcess.SNAPSHOT_BYTES),
                                null,
                                "size of a snapshot of it"),
                        Ratio.figure(
                                "snapshot_seconds",
                                new Term(name, InProcess.SNAPSHOT_SECONDS),
                                null,
                                "writing the snapshot, forced to the disk"),
                        Ratio.figure(
                                "restart_seconds",
                                new Term(name, InProcess.RESTART_SECONDS),
                                new Goal(Direction.AT_MOST, 30),
                                "reading the snapshot, and a million commands behind it"),
                        Ratio.figure(
                                "writer_pause_max_ms",
                                new Term(name, InProcess.PAUSE_MAX_MS),
                                new Goal(Direction.AT_MOST, 50),
                                "the longest of a round's commands, garbage collection included")));
    }

    private PaymentsMeasurement payments(String name, PaymentTraffic traffic, Duration longest) {
        return new PaymentsMeasurement(name, traffic, connections, longest, flags, profileOut);
    }

    private HelloMeasurement hello(String name) {
        return new HelloMeasurement(name, connections, HELLO_EVENT_LOOPS, flags);
    }

    private Measurement forked(String name, InProcess workload) {
        return new ForkedMeasurement<>(name, workload, flags, profileOut);
    }

    private Measurement peer(String name, InProcess workload) {
        return new ForkedMeasurement<>(name, workload, flags, null);
    }

    private static Goal atLeast(double goal, double stretch) {
        return new Goal(Direction.AT_LEAST, goal, stretch);
    }
}
