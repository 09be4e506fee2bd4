package io.clearhold.bench.http;

import io.clearhold.bench.load.AnswerCheck;
import io.clearhold.bench.load.LoadGenerator;
import io.clearhold.bench.load.LoadResult;
import io.clearhold.bench.load.RequestScript;
import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Workspace;
import io.clearhold.bench.profile.CpuProfile;
import io.clearhold.config.admin.SocketProjection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Events that a running server writes to its view: over HTTP at least {@value #PAYMENTS} payments
 * are created first, then in each round the view is emptied and filled again from that journal,
 * while further payments come at a moderate rate. Counted from the emptied view to the moment at
 * which it has everything that was durable when the round began. How long a round takes follows
 * from that.
 */
public final class ProjectionMeasurement implements Measurement {
    public static final String NAME = "projection";
    public static final String EVENTS_PER_S = "events_per_s";

    /** What the view should be able to write; a figure of its own, so that a ratio can name it. */
    public static final String STATED_LIMIT_PER_S = "stated_limit_per_s";

    private static final long PAYMENTS = 200_000;
    private static final double STATED_LIMIT = 20_000;
    private static final double LOAD_PER_SECOND = 500;
    private static final int CREATED = 201;
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_INTERVAL_MS = 100;

    private static final String WATERMARK = "clearhold_engine_watermark";
    private static final String POSITION = "clearhold_tailer_position{tailer=\"projection\"}";
    private static final String EVENTS = "clearhold_projection_events_total";
    private static final String FRAMES = "clearhold_projection_frames_total";

    private final int connections;
    private final List<String> flags;
    private final @Nullable PrintStream profileOut;

    /**
     * Describes it.
     *
     * @param profileOut gets the hot frames of the server at the end; null for no profile
     */
    public ProjectionMeasurement(
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
                        RequestScript.of(
                                PaymentRequest.of(server.keys()), AnswerCheck.ofStatus(CREATED)),
                        connections,
                        0);
        ProjectionSession session = new ProjectionSession(server, generator, folder, recording);
        session.prepare();
        return session;
    }

    private final class ProjectionSession implements Session {
        private final ServerUnderTest server;
        private final LoadGenerator generator;
        private final MetricsPage metrics;
        private final Path folder;
        private final Path recording;

        ProjectionSession(
                ServerUnderTest server, LoadGenerator generator, Path folder, Path recording) {
            this.server = server;
            this.generator = generator;
            this.metrics = server.metrics();
            this.folder = folder;
            this.recording = recording;
        }

        void prepare() throws IOException, InterruptedException {
            while (generator.nextNumber() < PAYMENTS) {
                LoadFigures.requireExpected(generator.runClosedLoop(SLICE));
            }
            new ViewLag(metrics).awaitNone();
        }

        @Override
        public Figures round(Duration duration) throws IOException, InterruptedException {
            double goal = metrics.read(WATERMARK);
            new SocketProjection(server.adminSocket()).rebuild();
            Map<String, Double> before = metrics.read();
            long startNs = System.nanoTime();
            Duration cpuBefore = server.cpuTime();
            FutureTask<Figures> filled = new FutureTask<>(watch(goal, before, startNs));
            Thread.ofVirtual().name("view-watch").start(filled);
            long answered = 0;
            while (!filled.isDone()) {
                LoadResult load = generator.runOpenLoop(SLICE, LOAD_PER_SECOND);
                LoadFigures.requireExpected(load);
                answered += load.answered();
            }
            double seconds = (System.nanoTime() - startNs) / 1e9;
            Duration cpu = server.cpuTime().minus(cpuBefore);
            try {
                return filled.get()
                        .with("load_per_s", answered / seconds)
                        .with("server_cores_used", cpu.toNanos() / 1e9 / seconds);
            } catch (ExecutionException e) {
                throw new IOException("the view was not filled", e.getCause());
            }
        }

        private Callable<Figures> watch(double goal, Map<String, Double> before, long startNs) {
            return () -> {
                Map<String, Double> now = metrics.read();
                while (MetricsPage.value(now, POSITION) < goal) {
                    if (System.nanoTime() - startNs > PATIENCE.toNanos()) {
                        throw new InvalidMeasurementException(
                                "the view was not filled in " + PATIENCE);
                    }
                    TimeUnit.MILLISECONDS.sleep(LOOK_INTERVAL_MS);
                    now = metrics.read();
                }
                double seconds = (System.nanoTime() - startNs) / 1e9;
                double events = MetricsPage.value(now, EVENTS) - MetricsPage.value(before, EVENTS);
                double frames = MetricsPage.value(now, FRAMES) - MetricsPage.value(before, FRAMES);
                return Figures.of(EVENTS_PER_S, events / seconds)
                        .with(STATED_LIMIT_PER_S, STATED_LIMIT)
                        .with("frames_per_s", frames / seconds)
                        .with("events", events);
            };
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
