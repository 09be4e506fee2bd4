package io.clearhold.bench.process;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Workspace;
import io.clearhold.bench.profile.CpuProfile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measurement of a {@link Workload} in a JVM of its own: what one side taught the compiler or
 * left on the heap does not meet the other.
 */
public final class ForkedMeasurement<E extends Enum<E> & WorkloadFactory> implements Measurement {
    private static final String RECORDING = "fork.jfr";

    private final String name;
    private final E workload;
    private final List<String> flags;
    private final @Nullable PrintStream profileOut;

    /**
     * Describes one.
     *
     * @param flags of its JVM, after our own
     * @param profileOut gets its hot frames at the end; null for no profile
     */
    public ForkedMeasurement(
            String name, E workload, List<String> flags, @Nullable PrintStream profileOut) {
        this.name = name;
        this.workload = workload;
        this.flags = List.copyOf(flags);
        this.profileOut = profileOut;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session open(Workspace workspace) throws IOException {
        Path folder = workspace.newFolder(name);
        List<String> all = new ArrayList<>(flags);
        if (profileOut != null) {
            all.add(CpuProfile.flag(folder.resolve(RECORDING)));
        }
        ChildJvm child =
                ChildJvm.start(
                        ForkMain.class.getName(),
                        all,
                        List.of(
                                workload.getDeclaringClass().getName(),
                                workload.name(),
                                folder.toString()),
                        folder.resolve(ForkMain.LOG));
        return new ForkSession(child, folder);
    }

    /** Speaks with {@link ForkMain}: a line asks for a round, a line answers it. */
    private final class ForkSession implements Session {
        private final ChildJvm child;
        private final Path folder;
        private final BufferedReader output;
        private final BufferedWriter input;

        ForkSession(ChildJvm child, Path folder) throws IOException {
            this.child = child;
            this.folder = folder;
            this.output = child.output();
            this.input = child.input();
            read(ForkMain.READY);
        }

        @Override
        public Figures round(Duration duration) throws IOException {
            input.write(ForkMain.ROUND + duration.toMillis() + "\n");
            input.flush();
            Map<String, Double> values = new LinkedHashMap<>();
            for (String pair : read(ForkMain.FIGURES).split(" ", -1)) {
                int equals = pair.indexOf('=');
                values.put(pair.substring(0, equals), Double.valueOf(pair.substring(equals + 1)));
            }
            return new Figures(values);
        }

        @Override
        public List<String> commands() {
            return List.of(child.commandLine().replace(folder.toString(), "FOLDER"));
        }

        @Override
        public void close() throws IOException {
            input.write(ForkMain.END + "\n");
            input.flush();
            read(ForkMain.ENDED);
            child.awaitEnd();
            child.close();
            if (profileOut != null) {
                CpuProfile.read(folder.resolve(RECORDING)).print(name, profileOut);
            }
            Workspace.delete(folder);
        }

        /** The rest of the next line that begins so; libraries print too. */
        private String read(String beginning) throws IOException {
            while (true) {
                String line = output.readLine();
                if (line == null) {
                    throw child.failure(name + " ended");
                }
                if (line.startsWith(ForkMain.INVALID)) {
                    throw new InvalidMeasurementException(
                            name + ": " + line.substring(ForkMain.INVALID.length()));
                }
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
            }
        }
    }
}
