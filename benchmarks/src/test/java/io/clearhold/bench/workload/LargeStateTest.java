package io.clearhold.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.process.Workload;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.state.PaymentTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The large state holds what it says, before and while commands go on. */
class LargeStateTest {
    private static final LargeStateSize SIZE = new LargeStateSize(500, 50);

    private final long seed = new SplittableRandom().nextLong();

    @TempDir private Path folder;

    @Test
    void shouldHoldAsManyPaymentsAsWantedHoweverLongItRuns() {
        System.out.println("seed " + seed);
        OpenPaymentsScript script = new OpenPaymentsScript(SIZE, 1000, seed);
        ScriptedMachine machine = new ScriptedMachine(script);
        machine.run(script.setupLength() + script.fillLength());
        PaymentTable payments = machine.machine().state().payments();
        assertThat(payments.size()).isEqualTo(SIZE.payments());
        assertThat(held(payments)).isEqualTo(SIZE.payments());
        assertThat(machine.machine().state().disputes().size()).isEqualTo(SIZE.payments() / 100);

        // A whole number of rows: four payments take 5 commands each, one in four two more.
        machine.run(22L * 100);
        assertThat(payments.size()).isEqualTo(SIZE.payments() + 400);
        assertThat(held(payments)).isEqualTo(SIZE.payments());
        assertThat(machine.machine().state().accounts().size()).isEqualTo(SIZE.accounts());
    }

    @Test
    void shouldReportMemoryThroughputAndPauses() throws IOException, InterruptedException {
        try (Workload workload = new LargeStateWorkload(SIZE, 10_000, seed, folder)) {
            Figures figures = workload.round(Duration.ofSeconds(1));
            assertThat(figures.values().get(InProcess.COMMANDS_PER_S)).isPositive();
            assertThat(figures.values().get(InProcess.PAUSE_MAX_MS))
                    .isGreaterThanOrEqualTo(figures.values().get(InProcess.PAUSE_P9999_MS));
            assertThat(figures.values()).containsKey(InProcess.BYTES_PER_OPEN_PAYMENT);
            assertThat(figures.values().get(InProcess.SNAPSHOT_BYTES)).isPositive();
            assertThat(figures.values().get(InProcess.RESTART_SECONDS)).isPositive();
        }
    }

    @Test
    void shouldWriteGroupsIntoAFileThatExists() throws IOException, InterruptedException {
        try (Workload raw = new RawFileWorkload(400, folder.resolve("raw"), seed)) {
            Figures figures = raw.round(Duration.ofMillis(50));
            assertThat(figures.values().get(InProcess.APPENDS_PER_S)).isPositive();
        }
    }

    @Test
    void shouldRunAllPaymentsForOnePayee() {
        System.out.println("seed " + seed);
        LifecycleScript script = LifecycleScript.hot(50, 16, 1000, seed);
        ScriptedMachine machine = new ScriptedMachine(script);
        machine.run(script.setupLength() + 5_000L);
        PaymentTable payments = machine.machine().state().payments();
        assertThat(payments.size()).isGreaterThan(100);
        for (int payment = 1; payment < payments.size(); payment++) {
            assertThat(payments.payee(payment)).isEqualTo(payments.payee(0));
        }
    }

    private static long held(PaymentTable payments) {
        long held = 0;
        for (int payment = 0; payment < payments.size(); payment++) {
            if (payments.status(payment) == PaymentStatus.HELD) {
                held++;
            }
        }
        return held;
    }
}
