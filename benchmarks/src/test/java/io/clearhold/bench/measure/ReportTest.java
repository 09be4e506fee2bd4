package io.clearhold.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.clearhold.bench.measure.Ratio.Direction;
import io.clearhold.bench.measure.Ratio.Goal;
import io.clearhold.bench.measure.Ratio.Term;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds alternate, medians are medians, and the JSON says what its readers expect. */
class ReportTest {
    private static final RunPlan PLAN =
            new RunPlan(3, Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofMillis(1));

    private final List<String> calls = new ArrayList<>();

    @TempDir private Path folder;

    @Test
    void shouldAlternateRoundsAndTakeMedians() throws IOException, InterruptedException {
        Report report = run(Direction.AT_LEAST, 0.2);

        assertThat(calls)
                .containsExactly(
                        "open a", "open b", "1 a", "1 b", "2 a", "2 b", "2 a", "2 b", "2 a", "2 b",
                        "close b", "close a");
        Report.RatioResult result = report.ratios().getFirst();
        assertThat(result.value()).isEqualTo(30.0 / 100);
        assertThat(result.lowest()).isEqualTo(10.0 / 100);
        assertThat(result.highest()).isEqualTo(50.0 / 50);
        assertThat(result.isMet()).isTrue();
    }

    @Test
    void shouldMissAGoalOnItsWrongSide() throws IOException, InterruptedException {
        assertThat(run(Direction.AT_MOST, 0.2).ratios().getFirst().isMet()).isFalse();
        assertThat(run(Direction.AT_LEAST, 0.31).ratios().getFirst().isMet()).isFalse();
        assertThat(run(Direction.AT_MOST, 0.3).ratios().getFirst().isMet()).isTrue();
    }

    @Test
    void shouldWriteJson() throws IOException, InterruptedException {
        StringWriter text = new StringWriter();
        new ReportJson(run(Direction.AT_LEAST, 0.2)).write(text);

        Map<String, String> values = parse(text.toString());
        assertThat(values)
                .containsEntry("/machine/file_system", "testfs")
                .containsEntry("/commands/0", "run a")
                .containsEntry("/ratios/a_vs_b", "0.3")
                .containsEntry("/goals/a_vs_b/direction", "at_least")
                .containsEntry("/goals/a_vs_b/met", "true")
                .containsEntry("/raw/a/x_per_s/median", "30.0")
                .containsEntry("/raw/a/x_per_s/rounds/1", "50.0")
                .containsEntry("/raw/b/x_per_s/min", "50.0");
    }

    @Test
    void shouldTellAStretchFromAGoal() {
        Goal goal = new Goal(Direction.AT_LEAST, 0.3, 0.5);
        assertThat(goal.isMetBy(0.4)).isTrue();
        assertThat(goal.isStretchedBy(0.4)).isFalse();
        assertThat(goal.isStretchedBy(0.5)).isTrue();
        Goal lower = new Goal(Direction.AT_MOST, 5, 3);
        assertThat(lower.isMetBy(4)).isTrue();
        assertThat(lower.isStretchedBy(4)).isFalse();
        assertThat(lower.isStretchedBy(2.9)).isTrue();
    }

    @Test
    void shouldMarkARunInvalidWhoseFloorIsMissed() throws IOException, InterruptedException {
        Floor missed = new Floor(new Term("b", "x_per_s"), 101, "too slow");
        Report report = run(suite(Direction.AT_LEAST, 0.2).withFloors(missed));
        assertThat(report.invalid()).containsExactly("too slow: 100, at least 101 is needed");
        StringWriter text = new StringWriter();
        new ReportJson(report).write(text);
        assertThat(parse(text.toString()))
                .containsEntry("/valid", "false")
                .containsEntry("/ratios/a_vs_b", "0.3");
        Floor reached = new Floor(new Term("b", "x_per_s"), 100, "too slow");
        assertThat(run(suite(Direction.AT_LEAST, 0.2).withFloors(reached)).invalid()).isEmpty();
    }

    @Test
    void shouldTakeAFigureWithoutPeerAsItIs() throws IOException, InterruptedException {
        Ratio figure =
                Ratio.figure(
                        "x",
                        new Term("a", "x_per_s"),
                        new Goal(Direction.AT_MOST, 40),
                        "x by itself");
        Suite suite = new Suite("s", List.of(new Fake("a", 0, 10, 50, 30)), List.of(figure));
        Report.RatioResult result = run(suite).ratios().getFirst();
        assertThat(result.value()).isEqualTo(30);
        assertThat(result.lowest()).isEqualTo(10);
        assertThat(result.highest()).isEqualTo(50);
        assertThat(result.isMet()).isTrue();
    }

    @Test
    void shouldKeepOnlyWhatIsNamed() {
        Suite suite = suite(Direction.AT_LEAST, 0.2);
        assertThat(suite.only("s")).isEqualTo(suite);
        assertThat(suite.only("a_vs_b").measurements()).hasSize(2);
        assertThat(suite.only("b").measurements()).hasSize(1);
        assertThat(suite.only("b").ratios()).isEmpty();
        assertThat(suite.only("c").isEmpty()).isTrue();
    }

    private Report run(Direction direction, double goal) throws IOException, InterruptedException {
        return run(suite(direction, goal));
    }

    private Report run(Suite suite) throws IOException, InterruptedException {
        calls.clear();
        Report report = new Report(Machine.here("testfs"));
        PrintStream silence =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (Workspace workspace = Workspace.in(folder)) {
            new SuiteRunner(PLAN, workspace, silence).run(suite, report);
        }
        return report;
    }

    private Suite suite(Direction direction, double goal) {
        return new Suite(
                "s",
                List.of(new Fake("a", 0, 10, 50, 30), new Fake("b", 0, 100, 50, 100)),
                List.of(
                        new Ratio(
                                "a_vs_b",
                                new Term("a", "x_per_s"),
                                new Term("b", "x_per_s"),
                                new Goal(direction, goal),
                                "a to b")));
    }

    /** Every value by its JSON pointer. */
    private static Map<String, String> parse(String text) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    values.put(
                            parser.getParsingContext().pathAsPointer().toString(),
                            parser.getText());
                }
            }
        }
        return values;
    }

    /** Says what is asked of it, and gives the figures that it was made with. */
    private final class Fake implements Measurement {
        private final String name;
        private final Deque<Double> rounds = new ArrayDeque<>();

        Fake(String name, double... rounds) {
            this.name = name;
            for (double round : rounds) {
                this.rounds.add(round);
            }
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Session open(Workspace workspace) {
            calls.add("open " + name);
            return new Session() {
                @Override
                public Figures round(Duration duration) {
                    calls.add(duration.toMillis() + " " + name);
                    return Figures.of("x_per_s", rounds.remove());
                }

                @Override
                public List<String> commands() {
                    return List.of("run " + name);
                }

                @Override
                public void close() {
                    calls.add("close " + name);
                }
            };
        }
    }
}
