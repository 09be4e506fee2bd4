package io.clearhold.bench.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs a suite: opens all its measurements, warms each up, then goes round after round through all
 * of them, so that whatever else the machine does meets every side alike.
 */
public final class SuiteRunner {
    private final RunPlan plan;
    private final Workspace workspace;
    private final PrintStream progress;

    public SuiteRunner(RunPlan plan, Workspace workspace, PrintStream progress) {
        this.plan = plan;
        this.workspace = workspace;
        this.progress = progress;
    }

    /** A measurement that is open, and what its counted rounds came to. */
    private record Running(
            String name, Duration warmUp, Measurement.Session session, List<Figures> rounds) {}

    /** Adds what the suite comes to, to the report. */
    public void run(Suite suite, Report report) throws IOException, InterruptedException {
        RunPlan paced =
                switch (suite.pace()) {
                    case SHORT -> plan;
                    case SUSTAINED -> plan.sustained();
                };
        List<Running> running = new ArrayList<>();
        try {
            for (Measurement measurement : suite.measurements()) {
                say(suite, measurement.name(), "starting");
                Measurement.Session session = measurement.open(workspace);
                running.add(
                        new Running(
                                measurement.name(),
                                measurement.warmUp(paced),
                                session,
                                new ArrayList<>()));
            }
            for (Running each : running) {
                say(suite, each.name, "warming up");
                each.session.round(each.warmUp);
            }
            for (int round = 1; round <= paced.rounds(); round++) {
                for (Running each : running) {
                    Figures seen = each.session.round(paced.round());
                    say(suite, each.name, "round " + round + ": " + summary(seen));
                    each.rounds.add(seen);
                }
            }
        } finally {
            close(running);
        }
        for (Running each : running) {
            report.add(each.name, each.rounds);
            each.session.commands().forEach(report::addCommand);
        }
        suite.ratios().forEach(report::add);
        suite.floors().forEach(report::require);
    }

    /** Closes all, whatever one of them throws. */
    private static void close(List<Running> running) throws IOException {
        List<Exception> failures = new ArrayList<>();
        for (Running each : running.reversed()) {
            try {
                each.session.close();
            } catch (IOException | RuntimeException e) {
                failures.add(e);
            }
        }
        if (failures.isEmpty()) {
            return;
        }
        IOException failure =
                new IOException("a measurement did not end well", failures.getFirst());
        failures.stream().skip(1).forEach(failure::addSuppressed);
        throw failure;
    }

    private void say(Suite suite, String measurement, String what) {
        progress.println(suite.name() + " · " + measurement + " · " + what);
    }

    private static String summary(Figures figures) {
        StringBuilder text = new StringBuilder();
        figures.values()
                .forEach((name, value) ->
                        text.append(text.isEmpty() ? "" : ", ")
                                .append(name)
                                .append(' ')
                                .append(String.format(Locale.ROOT, "%,.1f", value)));
        return text.toString();
    }
}
