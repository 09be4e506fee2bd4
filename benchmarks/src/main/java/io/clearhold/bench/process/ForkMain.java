package io.clearhold.bench.process;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.measure.InvalidMeasurementException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.StringJoiner;

/** The other end of {@link ForkedMeasurement}; started by it only. */
public final class ForkMain {
    static final String READY = "@ready";
    static final String ROUND = "round ";
    static final String FIGURES = "@figures ";
    static final String INVALID = "@invalid ";
    static final String END = "end";
    static final String ENDED = "@ended";
    static final String LOG = "fork.log";

    private ForkMain() {}

    /** The factory's enum, its constant, the folder. */
    public static void main(String[] arguments) throws Exception {
        try (Workload workload =
                factory(arguments[0], arguments[1]).open(Path.of(arguments[2], "work"))) {
            System.out.println(READY);
            serve(workload);
        } catch (InvalidMeasurementException e) {
            System.out.println(INVALID + e.getMessage());
        }
        System.out.println(ENDED);
    }

    private static WorkloadFactory factory(String type, String name) throws ClassNotFoundException {
        for (Object constant : Class.forName(type).getEnumConstants()) {
            if (constant instanceof Enum<?> each && each.name().equals(name)) {
                return (WorkloadFactory) constant;
            }
        }
        throw new IllegalArgumentException("no workload " + name + " in " + type);
    }

    /** Until it is told to end, or whoever asked is gone. */
    private static void serve(Workload workload) throws IOException, InterruptedException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine();
                line != null && !line.equals(END);
                line = input.readLine()) {
            long millis = Long.parseLong(line.substring(ROUND.length()));
            Figures figures = workload.round(Duration.ofMillis(millis));
            StringJoiner pairs = new StringJoiner(" ", FIGURES, "");
            figures.values().forEach((name, value) -> pairs.add(name + "=" + value));
            System.out.println(pairs);
        }
    }
}
