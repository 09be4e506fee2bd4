package io.clearhold.bench.http;

import io.clearhold.bench.load.LoadGenerator;
import io.clearhold.bench.load.LoadResult;
import io.clearhold.bench.measure.Figures;
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
 * A server that creates payments, all its tailers at work, and the load on it. Every run ends only
 * when the view has all of it: what a server still has to do must not slow down its peer. At the
 * end the payments in its journal are counted.
 */
final class PaymentServer implements AutoCloseable {
    private static final String ALLOCATED = "clearhold_jvm_allocated_bytes_total";

    private final String name;
    private final PaymentTraffic traffic;
    private final ServerUnderTest server;
    private final LoadGenerator generator;
    private final MetricsPage metrics;
    private final ViewLag lag;
    private final Path folder;
    private final Path recording;
    private final @Nullable PrintStream profileOut;

    private PaymentServer(
            String name,
            PaymentTraffic traffic,
            ServerUnderTest server,
            LoadGenerator generator,
            Path folder,
            Path recording,
            @Nullable PrintStream profileOut) {
        this.name = name;
        this.traffic = traffic;
        this.server = server;
        this.generator = generator;
        this.metrics = server.metrics();
        this.lag = new ViewLag(metrics);
        this.folder = folder;
        this.recording = recording;
        this.profileOut = profileOut;
    }

    /**
     * What a run came to.
     *
     * @param lagMs how far the view was behind at its end
     * @param allocatedBytes by all threads of the server
     */
    record Run(LoadResult result, double lagMs, Duration serverCpu, double allocatedBytes) {
        Figures figures(PaymentTraffic traffic) {
            double answers = Math.max(1, result.answered());
            return LoadFigures.of(result, serverCpu)
                    .with(
                            "payments_per_s",
                            result.answersPerSecond()
                                    * traffic.paymentsPerScript()
                                    / traffic.requestsPerScript())
                    .with("server_bytes_per_answer", allocatedBytes / answers)
                    .with("view_lag_ms", lagMs);
        }
    }

    /**
     * Starts it in a folder of its own.
     *
     * @param profileOut gets its hot frames at the end; null for no profile
     */
    static PaymentServer start(
            String name,
            PaymentTraffic traffic,
            int connections,
            List<String> flags,
            @Nullable PrintStream profileOut,
            Workspace workspace)
            throws IOException, InterruptedException {
        Path folder = workspace.newFolder(name);
        Path recording = folder.resolve("server.jfr");
        List<String> all = new ArrayList<>(flags);
        if (profileOut != null) {
            all.add(CpuProfile.flag(recording));
        }
        ServerUnderTest server = ServerUnderTest.start(folder, all);
        try {
            LoadGenerator generator =
                    new LoadGenerator(server.address(), traffic.script(server), connections, 0);
            return new PaymentServer(
                    name, traffic, server, generator, folder, recording, profileOut);
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Runs load and then waits until the view has everything.
     *
     * @param perSecond rate of an open loop, 0 for as many as the server takes
     */
    Run run(Duration duration, double perSecond) throws IOException, InterruptedException {
        Duration cpuBefore = server.cpuTime();
        double allocatedBefore = metrics.read(ALLOCATED);
        LoadResult result =
                perSecond > 0
                        ? generator.runOpenLoop(duration, perSecond)
                        : generator.runClosedLoop(duration);
        double lagMs = lag.nowMs();
        double allocated = metrics.read(ALLOCATED) - allocatedBefore;
        Duration cpu = server.cpuTime().minus(cpuBefore);
        lag.awaitNone();
        return new Run(result, lagMs, cpu, allocated);
    }

    List<String> commands() {
        return server.commands().stream()
                .map(command -> command.replace(folder.toString(), "FOLDER"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        metrics.close();
        generator.close();
        server.stop();
        JournalCount.require(
                server.journal(),
                traffic.paymentsBefore() + generator.begun() * traffic.paymentsPerScript());
        if (profileOut != null) {
            CpuProfile.read(recording).print(name, profileOut);
        }
        server.close();
        Workspace.delete(folder);
    }
}
