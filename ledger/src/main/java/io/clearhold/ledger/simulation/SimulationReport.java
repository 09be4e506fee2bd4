package io.clearhold.ledger.simulation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation came to.
 *
 * @param rounds that were begun
 * @param hash over the last states of all rounds
 * @param failure the promise that was broken, if one was
 */
public record SimulationReport(
        SimulationSettings settings,
        Tally tally,
        long rounds,
        long hash,
        @Nullable Failure failure) {
    /**
     * Where and how it failed.
     *
     * @param roundSeed runs this round alone
     * @param roundCommands as many as this round was to have
     * @param step of the round
     */
    public record Failure(long roundSeed, long roundCommands, long step, Throwable cause) {}

    static SimulationReport kept(SimulationSettings settings, Tally tally, long rounds, long hash) {
        return new SimulationReport(settings, tally, rounds, hash, null);
    }

    static SimulationReport broken(
            SimulationSettings settings, Tally tally, long rounds, Failure failure) {
        return new SimulationReport(settings, tally, rounds, 0, failure);
    }

    public boolean isClean() {
        return failure == null;
    }

    /** For people; the same for the same settings. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "seed", settings.seed());
        line(text, "rounds", rounds);
        line(text, "commands", tally.commands);
        line(text, "queries", tally.queries);
        line(text, "frames", tally.frames);
        line(text, "acknowledged", tally.acknowledged);
        line(text, "answered from an earlier frame", tally.replays);
        line(text, "simulated hours", tally.simulatedMs / 3_600_000);
        line(text, "crashes and restarts", tally.crashes);
        text.append("faults\n");
        for (Fault fault : Fault.values()) {
            line(text, "  " + fault.label(), tally.count(fault));
        }
        text.append("checks\n");
        line(text, "  frames as they were written (I1, I2, I3, I4)", tally.framesChecked);
        line(text, "  frames applied again, hash by hash (I5)", tally.framesReplayed);
        line(text, "  whole states (I1, I2, I7, I8)", tally.statesChecked);
        line(text, "  views against the state (I6)", tally.viewsCompared);
        line(text, "  statement lines (I7)", tally.statementLines);
        line(text, "  movements at the bank", tally.movements);
        line(text, "  webhook deliveries", tally.deliveries);
        Failure broken = failure;
        if (broken == null) {
            text.append(String.format(Locale.ROOT, "hash %016x%n", hash));
            text.append("every promise was kept\n");
        } else {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "BROKEN in round %d (seed %d), step %d, after %d commands:%n  %s%n",
                            rounds,
                            broken.roundSeed(),
                            broken.step(),
                            tally.commands,
                            broken.cause().getMessage()));
            text.append("run it again: ").append(rerun(broken)).append('\n');
        }
        return text.toString();
    }

    private String rerun(Failure broken) {
        String rates = settings.rates().text();
        return "./clearhold simulate --seed "
                + broken.roundSeed()
                + " --commands "
                + broken.roundCommands()
                + (rates.isEmpty() ? "" : " --faults " + rates);
    }

    private static void line(StringBuilder text, String name, long value) {
        text.append(String.format(Locale.ROOT, "%-50s %,14d%n", name, value));
    }
}
