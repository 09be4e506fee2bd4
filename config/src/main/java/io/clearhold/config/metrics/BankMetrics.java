package io.clearhold.config.metrics;

import io.clearhold.bank.dispatch.BankDispatch;
import io.clearhold.bank.dispatch.DispatchMeter;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.core.lifecycle.InstructionKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** What passes between bank dispatch and banks. Safe for many threads. */
final class BankMetrics implements DispatchMeter {
    private final MeterRegistry registry;

    BankMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void bind(BankDispatch dispatch) {
        Meters meters = new Meters(registry);
        meters.gauge(
                "clearhold.bank.instructions.open",
                "Bank instructions that are not at their end",
                dispatch,
                BankDispatch::openInstructions);
        meters.gauge(
                "clearhold.bank.instructions.in.flight",
                "Bank instructions that are worked on",
                dispatch,
                BankDispatch::inFlight);
        meters.counter(
                "clearhold.bank.dispatch.failures",
                "Failures of bank dispatch itself since the start, each tried again",
                dispatch,
                BankDispatch::failures);
    }

    @Override
    public void answered(
            String channel, Errand errand, InstructionKind kind, BankReport report, long nanos) {
        Timer.builder("clearhold.bank.errands")
                .description("Ways to a bank, until it answered or gave none")
                .tag("channel", channel)
                .tag("errand", lower(errand))
                .tag("kind", lower(kind))
                .tag("outcome", outcome(report))
                .serviceLevelObjectives(Meters.DURATIONS)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    @Override
    public void calledBack(String channel, int status, long nanos) {
        Timer.builder("clearhold.bank.callbacks")
                .description("Callbacks of banks, from arrival to answer")
                .tag("channel", channel)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(Meters.DURATIONS)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    private static String outcome(BankReport report) {
        return switch (report) {
            case BankReport.Accepted _ -> "accepted";
            case BankReport.Rejected _ -> "rejected";
            case BankReport.Unknown _ -> "unknown";
            case BankReport.NotSent _ -> "not_sent";
            case BankReport.Settled _ -> "settled";
            case BankReport.NotFound _ -> "not_found";
            case BankReport.Pending _ -> "pending";
            case BankReport.Returned _ -> "returned";
            case BankReport.ChargedBack _ -> "charged_back";
            case BankReport.Closed _ -> "closed";
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
