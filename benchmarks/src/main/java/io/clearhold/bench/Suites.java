package io.clearhold.bench;

import io.clearhold.bench.http.HelloMeasurement;
import io.clearhold.bench.http.PaymentsMeasurement;
import io.clearhold.bench.http.ProjectionMeasurement;
import io.clearhold.bench.http.SustainedMeasurement;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Ratio;
import io.clearhold.bench.measure.Ratio.Direction;
import io.clearhold.bench.measure.Ratio.Goal;
import io.clearhold.bench.measure.Ratio.Term;
import io.clearhold.bench.measure.Suite;
import io.clearhold.bench.process.ForkedMeasurement;
import io.clearhold.bench.workload.InProcess;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that can be measured: the one list of suites and ratios. */
final class Suites {
    /** Netty's own default. */
    private static final int HELLO_EVENT_LOOPS = 0;

    private static final double HTTP_GOAL = 0.2;
    private static final double SUSTAINED_GOAL = 0.12;

    private final int connections;
    private final double perSecond;
    private final List<String> flags;
    private final @Nullable PrintStream profileOut;

    /**
     * Describes them.
     *
     * @param perSecond rate of the open loop
     * @param flags of every child JVM, after our own
     * @param profileOut gets the hot frames of what is ours; null for no profile
     */
    Suites(
            int connections,
            double perSecond,
            List<String> flags,
            @Nullable PrintStream profileOut) {
        this.connections = connections;
        this.perSecond = perSecond;
        this.flags = flags;
        this.profileOut = profileOut;
    }

    List<Suite> all() {
        return List.of(http(), latency(), sustained(), projection(), memory(), durable());
    }

    private Suite http() {
        return new Suite(
                "http",
                List.of(
                        PaymentsMeasurement.closedLoop(connections, flags, profileOut),
                        new HelloMeasurement(connections, HELLO_EVENT_LOOPS, flags)),
                List.of(
                        new Ratio(
                                "http_vs_hello",
                                new Term("http", "answers_per_s"),
                                new Term("hello", "answers_per_s"),
                                new Goal(Direction.AT_LEAST, HTTP_GOAL),
                                "durable payments created over HTTP, to answers of a bare Netty"
                                        + " server under the same load")));
    }

    private Suite latency() {
        return new Suite(
                "latency",
                List.of(PaymentsMeasurement.atRate(connections, flags, perSecond, profileOut)),
                List.of());
    }

    private Suite sustained() {
        return new Suite(
                "sustained",
                Suite.Pace.SUSTAINED,
                List.of(
                        new SustainedMeasurement(connections, flags, profileOut),
                        new HelloMeasurement(
                                "hello_sustained", connections, HELLO_EVENT_LOOPS, flags)),
                List.of(
                        new Ratio(
                                "http_sustained_vs_hello",
                                new Term(SustainedMeasurement.NAME, "answers_per_s"),
                                new Term("hello_sustained", "answers_per_s"),
                                new Goal(Direction.AT_LEAST, SUSTAINED_GOAL),
                                "durable payments created over HTTP for as long as the view follows"
                                        + " within a second, to answers of a bare Netty server")));
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
        return new Suite(
                "memory",
                List.of(
                        forked("core", InProcess.CORE),
                        forked("replay", InProcess.REPLAY),
                        peer("naive", InProcess.NAIVE)),
                List.of(
                        new Ratio(
                                "core_vs_naive",
                                new Term("core", InProcess.COMMANDS_PER_S),
                                new Term("naive", InProcess.TRANSFERS_PER_S),
                                null,
                                "commands decided and applied in memory, to transfers of a naive"
                                        + " double-entry loop"),
                        new Ratio(
                                "replay_vs_naive",
                                new Term("replay", InProcess.FRAMES_PER_S),
                                new Term("naive", InProcess.TRANSFERS_PER_S),
                                null,
                                "frames recovered from a journal on disk, to transfers of a naive"
                                        + " double-entry loop")));
    }

    private Suite durable() {
        return new Suite(
                "durable",
                List.of(
                        forked("durable_core", InProcess.ENGINE),
                        peer("chronicle_sync", InProcess.CHRONICLE_SYNC)),
                List.of(
                        new Ratio(
                                "durable_core_vs_chronicle_sync",
                                new Term("durable_core", InProcess.COMMANDS_PER_S),
                                new Term("chronicle_sync", InProcess.APPENDS_PER_S),
                                null,
                                "durable commands through the engine, to appends of frames as long"
                                        + " to a bare queue synced every 128")));
    }

    private Measurement forked(String name, InProcess workload) {
        return new ForkedMeasurement<>(name, workload, flags, profileOut);
    }

    private Measurement peer(String name, InProcess workload) {
        return new ForkedMeasurement<>(name, workload, flags, null);
    }
}
