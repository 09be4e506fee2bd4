package io.clearhold.bench.http;

import io.clearhold.bench.load.LoadGenerator;
import io.clearhold.bench.load.LoadResult;
import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Workspace;
import io.clearhold.bench.profile.CpuProfile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payments created over HTTP while every tailer follows, at the highest rate at which the view
 * keeps up: a round counts only if the view is at most a second behind at its end. The warm-up
 * finds the rate: first as many as the server takes, and if the view does not follow that, it
 * halves the interval between what it followed and what it did not.
 */
public final class SustainedMeasurement implements Measurement {
    public static final String NAME = "http_sustained";

    private static final int CREATED = 201;
    private static final double MOST_LAG_MS = 1_000;
    private static final int SEARCH_STEPS = 5;
    private static final int MOST_TRIES = 6;

    /** Of the rate, after a round in which the view fell behind. */
    private static final double RETREAT = 0.9;

    private final int connections;
    private final List<String> flags;
    private final @Nullable PrintStream profileOut;

    /**
     * Describes it.
     *
     * @param profileOut gets the hot frames of the server at the end; null for no profile
     */
    public SustainedMeasurement(
            int connections, List<String> flags, @Nullable PrintStream profileOut) {
        this.connections = connections;
        this.flags = List.copyOf(flags);
        this.profileOut = profileOut;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Session open(Workspace workspace) throws IOException, InterruptedException {
        Path folder = workspace.newFolder(NAME);
        Path recording = folder.resolve("server.jfr");
        List<String> all = new ArrayList<>(flags);
        if (profileOut != null) {
            all.add(CpuProfile.flag(recording));
        }
        ServerUnderTest server = ServerUnderTest.start(folder, all);
        LoadGenerator generator =
                new LoadGenerator(
                        server.address(),
                        PaymentRequest.of(server.keys()),
                        connections,
                        0,
                        CREATED);
        return new SustainedSession(server, generator, folder, recording);
    }

    /** A run and how far the view was behind at its end. */
    private record Run(LoadResult result, double lagMs, Duration serverCpu) {
        boolean isFollowed() {
            return lagMs <= MOST_LAG_MS;
        }
    }

    private final class SustainedSession implements Session {
        private final ServerUnderTest server;
        private final LoadGenerator generator;
        private final MetricsPage metrics;
        private final ViewLag lag;
        private final Path folder;
        private final Path recording;
        private boolean warm;
        private double closedLoopPerSecond;
        private double closedLoopLagMs;

        /** 0 for as many as the server takes. */
        private double rate;

        SustainedSession(
                ServerUnderTest server, LoadGenerator generator, Path folder, Path recording) {
            this.server = server;
            this.generator = generator;
            this.metrics = server.metrics();
            this.lag = new ViewLag(metrics);
            this.folder = folder;
            this.recording = recording;
        }

        @Override
        public Figures round(Duration duration) throws IOException, InterruptedException {
            if (!warm) {
                warm = true;
                return search(duration);
            }
            for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
                Run run = run(duration, rate);
                if (run.isFollowed()) {
                    return figures(run).with("tries", attempt);
                }
                rate = RETREAT * (rate > 0 ? rate : run.result().answersPerSecond());
            }
            throw new InvalidMeasurementException(
                    "the view does not even follow " + Math.round(rate) + " payments a second");
        }

        private Figures search(Duration duration) throws IOException, InterruptedException {
            // Nothing is compiled yet in the first.
            Run cold = run(duration, 0);
            Run closed = run(duration, 0);
            closedLoopPerSecond = closed.result().answersPerSecond();
            closedLoopLagMs = closed.lagMs();
            if (closed.isFollowed()) {
                return figures(cold);
            }
            double followed = 0;
            double tooMuch = closedLoopPerSecond;
            for (int step = 0; step < SEARCH_STEPS; step++) {
                double middle = (followed + tooMuch) / 2;
                if (run(duration, middle).isFollowed()) {
                    followed = middle;
                } else {
                    tooMuch = middle;
                }
            }
            rate = followed > 0 ? followed : tooMuch;
            return figures(cold);
        }

        /** The next run begins with a view that has everything. */
        private Run run(Duration duration, double perSecond)
                throws IOException, InterruptedException {
            Duration cpuBefore = server.cpuTime();
            LoadResult result =
                    perSecond > 0
                            ? generator.runOpenLoop(duration, perSecond)
                            : generator.runClosedLoop(duration);
            double lagMs = lag.nowMs();
            Duration cpu = server.cpuTime().minus(cpuBefore);
            lag.awaitNone();
            return new Run(result, lagMs, cpu);
        }

        private Figures figures(Run run) {
            return LoadFigures.of(run.result(), run.serverCpu())
                    .with("view_lag_ms", run.lagMs())
                    .with("closed_loop_answers_per_s", closedLoopPerSecond)
                    .with("closed_loop_view_lag_ms", closedLoopLagMs);
        }

        @Override
        public List<String> commands() {
            return server.commands().stream()
                    .map(command -> command.replace(folder.toString(), "FOLDER"))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            metrics.close();
            generator.close();
            server.stop();
            JournalCount.require(server.journal(), generator.nextNumber());
            if (profileOut != null) {
                CpuProfile.read(recording).print(NAME, profileOut);
            }
            server.close();
            Workspace.delete(folder);
        }
    }
}
