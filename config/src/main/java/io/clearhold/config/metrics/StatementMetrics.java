package io.clearhold.config.metrics;

import io.clearhold.bank.intake.StatementMeter;
import io.clearhold.core.proof.LineOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What becomes of statement files and their lines. Safe for many threads. */
final class StatementMetrics implements StatementMeter {
    private final Map<FileOutcome, Counter> files = new EnumMap<>(FileOutcome.class);
    private final Map<LineOutcome, Counter> lines = new EnumMap<>(LineOutcome.class);

    StatementMetrics(MeterRegistry registry) {
        for (FileOutcome outcome : FileOutcome.values()) {
            files.put(
                    outcome,
                    Counter.builder("clearhold.statement.files")
                            .description("Statement files that came since the start")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        for (LineOutcome outcome : LineOutcome.values()) {
            lines.put(
                    outcome,
                    Counter.builder("clearhold.statement.lines")
                            .description("Statement lines that were posted since the start")
                            .tag("outcome", outcome.label())
                            .register(registry));
        }
    }

    @Override
    public void file(FileOutcome outcome) {
        increment(files.get(outcome));
    }

    @Override
    public void line(LineOutcome outcome) {
        increment(lines.get(outcome));
    }

    private static void increment(@org.jspecify.annotations.Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
