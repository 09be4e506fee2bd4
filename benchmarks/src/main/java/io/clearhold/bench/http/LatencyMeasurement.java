package io.clearhold.bench.http;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.RunPlan;
import io.clearhold.bench.measure.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Payments at a fixed part of the rate at which the bare server answers, and beside them the disk
 * alone: before each round and after it, while nothing else happens. The warm-up finds the bare
 * server's rate.
 */
public final class LatencyMeasurement implements Measurement {
    public static final String NAME = "http_at_rate";
    public static final String P99_US = "p99_us";
    public static final String SYNC_P99_US = "fdatasync_p99_us";

    /** Of the bare server's answers a second. */
    private static final double SHARE = 0.15;

    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration HELLO = Duration.ofSeconds(4);

    private final int connections;
    private final double perSecond;
    private final List<String> flags;
    private final @Nullable PrintStream profileOut;

    /**
     * Describes it.
     *
     * @param perSecond the rate, 0 to find it
     * @param profileOut gets the hot frames of the server at the end; null for no profile
     */
    public LatencyMeasurement(
            int connections,
            double perSecond,
            List<String> flags,
            @Nullable PrintStream profileOut) {
        this.connections = connections;
        this.perSecond = perSecond;
        this.flags = List.copyOf(flags);
        this.profileOut = profileOut;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration warmUp(RunPlan plan) {
        return plan.serverWarmUp();
    }

    @Override
    public Session open(Workspace workspace) throws IOException, InterruptedException {
        double hello = perSecond > 0 ? perSecond / SHARE : helloPerSecond(workspace);
        PaymentServer server =
                PaymentServer.start(
                        NAME, PaymentTraffic.ONE_PAYEE, connections, flags, profileOut, workspace);
        Path folder = workspace.newFolder("probe");
        return new LatencySession(server, hello, new SyncProbe(folder), folder);
    }

    private double helloPerSecond(Workspace workspace) throws IOException, InterruptedException {
        Measurement bare = new HelloMeasurement("hello_for_rate", connections, 0, flags);
        try (Session hello = bare.open(workspace)) {
            hello.round(HELLO);
            return Objects.requireNonNull(
                    hello.round(HELLO).values().get(LoadFigures.ANSWERS_PER_S));
        }
    }

    private static final class LatencySession implements Session {
        private final PaymentServer server;
        private final double hello;
        private final SyncProbe probe;
        private final Path folder;
        private boolean warm;

        LatencySession(PaymentServer server, double hello, SyncProbe probe, Path folder) {
            this.server = server;
            this.hello = hello;
            this.probe = probe;
            this.folder = folder;
        }

        @Override
        public Figures round(Duration duration) throws IOException, InterruptedException {
            if (!warm) {
                warm = true;
                // As fast as it can: behind a rate that a cold server cannot keep, others queue.
                return server.run(duration, 0).figures(PaymentTraffic.ONE_PAYEE);
            }
            probe.reset();
            probe.run(PROBE);
            PaymentServer.Run run = server.run(duration, SHARE * hello);
            probe.run(PROBE);
            return run.figures(PaymentTraffic.ONE_PAYEE)
                    .with("hello_answers_per_s", hello)
                    .with("fdatasync_p50_us", probe.latencyUs(50))
                    .with(SYNC_P99_US, probe.latencyUs(99))
                    .with("fdatasync_max_us", probe.maxLatencyUs());
        }

        @Override
        public List<String> commands() {
            return server.commands();
        }

        @Override
        public void close() throws IOException {
            probe.close();
            Workspace.delete(folder);
            server.close();
        }
    }
}
