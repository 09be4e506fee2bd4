package io.clearhold.config.command;

import io.clearhold.ledger.simulation.FaultRates;
import io.clearhold.ledger.simulation.Simulation;
import io.clearhold.ledger.simulation.SimulationReport;
import io.clearhold.ledger.simulation.SimulationSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clearhold simulate}. */
@Command(
        name = "simulate",
        description = "Proves the ledger's promises in simulated worlds full of faults.",
        footer = {
            "",
            "Runs the state machine and the writer that serve on a simulated disk, clock and bank, with clients,",
            "tailers, faults and crashes, in one thread. All of it follows from the seed. Exits with 1 if a promise",
            "is broken, and says how to run the same again."
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec @Nullable private CommandSpec spec;

    @Option(names = "--seed", description = "The seed; a random one by default.")
    @Nullable
    private Long seed;

    @Option(
            names = "--commands",
            defaultValue = "1000000",
            description = "Commands to simulate, 1000000 by default.")
    private long commands = 1_000_000;

    @Option(
            names = "--seconds",
            defaultValue = "0",
            description = "Begins no further round after this long.")
    private long seconds;

    @Option(
            names = "--faults",
            paramLabel = "RATES",
            defaultValue = "",
            description = {
                "Chances in a million, such as power_cut=5000,kill=0; none: only those that follow;",
                "x3: three times what stands before it. What is not named keeps its default."
            })
    private String faults = "";

    @Override
    public Integer call() {
        long first = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        SimulationSettings settings =
                new SimulationSettings(
                        first, commands, seconds, SimulationSettings.ROUND_COMMANDS, rates());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long startNanos = System.nanoTime();
        long startCpuNanos = threads.getCurrentThreadCpuTime();
        SimulationReport report = new Simulation(settings).run();
        double took = (System.nanoTime() - startNanos) / 1e9;
        double ran = (threads.getCurrentThreadCpuTime() - startCpuNanos) / 1e9;
        System.out.print(report.text());
        System.err.printf(
                Locale.ROOT,
                "%.1f s, %,.0f commands a minute; %.1f s of one core, %,.0f commands a minute of it%n",
                took,
                report.tally().commands() * 60 / took,
                ran,
                report.tally().commands() * 60 / ran);
        SimulationReport.Failure failure = report.failure();
        if (failure != null) {
            failure.cause().printStackTrace(System.err);
        }
        return report.isClean() ? 0 : 1;
    }

    private FaultRates rates() {
        try {
            return FaultRates.parse(faults);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }
}
