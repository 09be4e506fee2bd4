package io.clearhold.bench.http;

import io.clearhold.bench.load.LoadGenerator;
import io.clearhold.bench.load.LoadResult;
import io.clearhold.bench.measure.Figures;
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
 * Payments created over HTTP against the real server. An answer of 201 means that the payment is
 * durable; that this is true is counted in the journal at the end.
 */
public final class PaymentsMeasurement implements Measurement {
    private static final int CREATED = 201;

    private final String name;
    private final int connections;
    private final List<String> flags;
    private final double perSecond;
    private final @Nullable PrintStream profileOut;

    private PaymentsMeasurement(
            String name,
            int connections,
            List<String> flags,
            double perSecond,
            @Nullable PrintStream profileOut) {
        this.name = name;
        this.connections = connections;
        this.flags = List.copyOf(flags);
        this.perSecond = perSecond;
        this.profileOut = profileOut;
    }

    /**
     * As many as the server takes.
     *
     * @param profileOut gets the hot frames of the server at the end; null for no profile
     */
    public static PaymentsMeasurement closedLoop(
            int connections, List<String> flags, @Nullable PrintStream profileOut) {
        return new PaymentsMeasurement("http", connections, flags, 0, profileOut);
    }

    /** At a fixed rate, for the latency. */
    public static PaymentsMeasurement atRate(
            int connections,
            List<String> flags,
            double perSecond,
            @Nullable PrintStream profileOut) {
        return new PaymentsMeasurement("http_at_rate", connections, flags, perSecond, profileOut);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open(Workspace workspace) throws IOException, InterruptedException {
        Path folder = workspace.newFolder(name);
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
        return new PaymentsSession(server, generator, folder, recording);
    }

    private final class PaymentsSession implements Session {
        private final ServerUnderTest server;
        private final LoadGenerator generator;
        private final Path folder;
        private final Path recording;

        PaymentsSession(
                ServerUnderTest server, LoadGenerator generator, Path folder, Path recording) {
            this.server = server;
            this.generator = generator;
            this.folder = folder;
            this.recording = recording;
        }

        @Override
        public Figures round(Duration duration) throws IOException {
            Duration cpuBefore = server.cpuTime();
            LoadResult result =
                    perSecond > 0
                            ? generator.runOpenLoop(duration, perSecond)
                            : generator.runClosedLoop(duration);
            return LoadFigures.of(result, server.cpuTime().minus(cpuBefore));
        }

        @Override
        public List<String> commands() {
            return server.commands().stream()
                    .map(command -> command.replace(folder.toString(), "FOLDER"))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            generator.close();
            server.stop();
            JournalCount.require(server.journal(), generator.nextNumber());
            if (profileOut != null) {
                CpuProfile.read(recording).print(name, profileOut);
            }
            server.close();
            Workspace.delete(folder);
        }
    }
}
