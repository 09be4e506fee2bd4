package io.clearhold.ledger.simulation;

import io.clearhold.ledger.journal.Journal;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Runs rounds until enough commands were simulated, or a promise is broken. */
public final class Simulation {
    private final SimulationSettings settings;
    private final UnaryOperator<Journal> journals;

    public Simulation(SimulationSettings settings) {
        this(settings, UnaryOperator.identity());
    }

    /**
     * @param journals wraps every journal: tests make it lie
     */
    Simulation(SimulationSettings settings, UnaryOperator<Journal> journals) {
        this.settings = settings;
        this.journals = journals;
    }

    /** The report depends on the settings alone, unless they limit the seconds. */
    public SimulationReport run() {
        Tally tally = new Tally();
        long startNanos = System.nanoTime();
        long hash = 0;
        long round = 0;
        while (tally.commands < settings.commands() && !isTimeOver(startNanos)) {
            long seed = settings.roundSeed(round++);
            long commands =
                    Math.min(settings.commands() - tally.commands, settings.roundCommands());
            Round world = new Round(seed, settings.rates(), tally, journals);
            try {
                long roundHash = world.run(commands);
                hash = Long.rotateLeft(hash, 7) ^ roundHash;
            } catch (AssertionError | RuntimeException e) {
                return SimulationReport.broken(
                        settings,
                        tally,
                        round,
                        new SimulationReport.Failure(seed, commands, world.step(), e));
            }
        }
        return SimulationReport.kept(settings, tally, round, hash);
    }

    private boolean isTimeOver(long startNanos) {
        return settings.seconds() > 0
                && System.nanoTime() - startNanos >= TimeUnit.SECONDS.toNanos(settings.seconds());
    }
}
