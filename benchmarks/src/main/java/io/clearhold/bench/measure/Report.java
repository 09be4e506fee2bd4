package io.clearhold.bench.measure;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a run came to: every figure of every round, and the ratios of the medians. */
public final class Report {
    private final Machine machine;
    private final Map<String, Map<String, Series>> raw = new LinkedHashMap<>();
    private final Set<String> commands = new LinkedHashSet<>();
    private final List<RatioResult> ratios = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> invalid = new ArrayList<>();

    public Report(Machine machine) {
        this.machine = machine;
    }

    /**
     * A ratio and what it came to.
     *
     * @param value median over median
     * @param lowest of the rounds, each against the round of the other side beside it
     * @param highest likewise
     */
    public record RatioResult(Ratio ratio, double value, double lowest, double highest) {
        /** Whether the stretch is reached too; false without a goal. */
        public boolean isStretched() {
            Ratio.Goal goal = ratio.goal();
            return goal != null && goal.isStretchedBy(value);
        }

        /** Whether the goal is met; without a goal there is nothing to miss. */
        public boolean isMet() {
            Ratio.Goal goal = ratio.goal();
            return goal == null || goal.isMetBy(value);
        }
    }

    void add(String measurement, List<Figures> rounds) {
        Map<String, Series> series = new LinkedHashMap<>();
        for (String figure : rounds.getFirst().values().keySet()) {
            series.put(
                    figure,
                    new Series(
                            rounds.stream()
                                    .mapToDouble(round -> round.values().get(figure))
                                    .toArray()));
        }
        raw.put(measurement, series);
    }

    void add(Ratio ratio) {
        Series above = series(ratio.numerator());
        Ratio.Term peer = ratio.denominator();
        if (peer == null) {
            ratios.add(new RatioResult(ratio, above.median(), above.min(), above.max()));
            return;
        }
        Series below = series(peer);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int round = 0; round < above.rounds().length; round++) {
            double each = above.rounds()[round] / below.rounds()[round];
            lowest = Math.min(lowest, each);
            highest = Math.max(highest, each);
        }
        ratios.add(new RatioResult(ratio, above.median() / below.median(), lowest, highest));
    }

    /** Marks the whole run as invalid if a peer was too slow for this machine to be idle. */
    void require(Floor floor) {
        double median = series(floor.term()).median();
        if (median < floor.atLeast()) {
            invalid.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %,.0f, at least %,.0f is needed",
                            floor.meaning(),
                            median,
                            floor.atLeast()));
        }
    }

    /** Why the figures must not be used; empty if they may. */
    public List<String> invalid() {
        return Collections.unmodifiableList(invalid);
    }

    public void addCommand(String command) {
        commands.add(command);
    }

    /** What a reader must know before he believes a figure. */
    public void addRemark(String remark) {
        remarks.add(remark);
    }

    private Series series(Ratio.Term term) {
        Series series =
                raw.getOrDefault(term.measurement(), Collections.emptyMap()).get(term.figure());
        if (series == null) {
            throw new IllegalStateException("no figure " + term);
        }
        return series;
    }

    public Machine machine() {
        return machine;
    }

    public Map<String, Map<String, Series>> raw() {
        return Collections.unmodifiableMap(raw);
    }

    public Set<String> commands() {
        return Collections.unmodifiableSet(commands);
    }

    public List<RatioResult> ratios() {
        return Collections.unmodifiableList(ratios);
    }

    public List<String> remarks() {
        return Collections.unmodifiableList(remarks);
    }

    /** For people. */
    public void print(PrintStream out) {
        out.println(machine.sentence());
        remarks.forEach(remark -> out.println("note: " + remark));
        raw.forEach((measurement, figures) -> print(out, measurement, figures));
        printGoals(out);
    }

    /** The table at the end: each ratio, what it should come to, and whether it does. */
    private void printGoals(PrintStream out) {
        if (!ratios.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%n%-32s %12s  %-26s %10s %10s  %s%n",
                    "ratio",
                    "median",
                    "range of rounds",
                    "goal",
                    "stretch",
                    "verdict");
        }
        for (RatioResult result : ratios) {
            Ratio.Goal goal = result.ratio().goal();
            out.printf(
                    Locale.ROOT,
                    "%-32s %,12.3f  %-26s %10s %10s  %s%n",
                    result.ratio().name(),
                    result.value(),
                    String.format(Locale.ROOT, "%,.3f – %,.3f", result.lowest(), result.highest()),
                    goal == null ? "" : goal.text(goal.value()),
                    goal == null ? "" : goal.text(goal.stretch()),
                    verdict(result));
        }
        invalid.forEach(why -> out.println("INVALID: " + why));
    }

    private static String verdict(RatioResult result) {
        if (result.ratio().goal() == null) {
            return "";
        }
        return result.isStretched() ? "met, stretch too" : result.isMet() ? "met" : "missed";
    }

    private static void print(PrintStream out, String measurement, Map<String, Series> figures) {
        out.println();
        out.println(measurement);
        figures.forEach((figure, series) ->
                out.printf(
                        Locale.ROOT,
                        "  %-32s %,14.2f  (%,.2f – %,.2f)%n",
                        figure,
                        series.median(),
                        series.min(),
                        series.max()));
    }
}
