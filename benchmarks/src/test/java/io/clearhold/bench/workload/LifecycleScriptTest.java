package io.clearhold.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bench.measure.Figures;
import io.clearhold.bench.process.Workload;
import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.PaymentTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts do what they say; how fast is nobody's business here. */
class LifecycleScriptTest {
    private static final int ACCOUNTS = 100;
    private static final int LAG = 64;
    private static final Duration SHORT = Duration.ofMillis(100);

    private final long seed = new SplittableRandom().nextLong();

    @TempDir private Path folder;

    @Test
    void shouldBringPaymentsThroughTheirWholeLife() {
        System.out.println("seed " + seed);
        LifecycleScript script = LifecycleScript.full(ACCOUNTS, LAG, 1000, seed);
        ScriptedMachine machine = new ScriptedMachine(script);
        machine.run(script.setupLength() + 20_000L);

        LedgerState state = machine.machine().state();
        PaymentTable payments = state.payments();
        assertThat(payments.size()).isGreaterThan(1000);
        int firstOpen = payments.size() - 6 * LAG - 1;
        for (int payment = 0; payment < firstOpen; payment++) {
            assertThat(payments.status(payment)).isEqualTo(PaymentStatus.RELEASED);
        }
        long refunded = 0;
        long released = 0;
        for (int payment = 0; payment < firstOpen; payment++) {
            refunded += payments.refunded(payment);
            released += payments.released(payment);
        }
        long all = firstOpen * CommandTemplates.AMOUNT_MINOR;
        assertThat(refunded + released).isEqualTo(all);
        assertThat(refunded).isGreaterThan(0);
        assertThat(state.book().totals(CommandTemplates.CURRENCY).balance(AccountKind.FEES))
                .isGreaterThan(0);
    }

    @Test
    void shouldForgetKeysAsTheRetentionSays() {
        System.out.println("seed " + seed);
        LifecycleScript script =
                LifecycleScript.full(ACCOUNTS, LAG, ScriptedMachine.retentionMs(5120), seed);
        ScriptedMachine machine = new ScriptedMachine(script);
        machine.run(script.setupLength() + 50_000L);
        assertThat(machine.machine().state().idempotency().size()).isBetween(2000, 6000);
    }

    @Test
    void shouldRunThroughTheEngineAndBack() throws IOException, InterruptedException {
        System.out.println("seed " + seed);
        try (Workload engine =
                new EngineWorkload(
                        LifecycleScript.full(ACCOUNTS, 1024, 100_000, seed),
                        folder.resolve("engine"))) {
            assertThat(engine.round(SHORT).values())
                    .containsOnlyKeys(InProcess.COMMANDS_PER_S, "commands_per_sync", "sync_share");
        }
        try (Workload replay =
                new ReplayWorkload(
                        LifecycleScript.full(ACCOUNTS, LAG, 1000, seed),
                        5000,
                        folder.resolve("replay"))) {
            Figures figures = replay.round(Duration.ofMillis(1));
            assertThat(figures.values().get(InProcess.FRAMES_PER_S)).isPositive();
        }
    }

    @Test
    void shouldMeasureTheBarePeers() throws IOException, InterruptedException {
        try (Workload queue =
                new ChronicleWorkload(InProcess.meanFrameLength(), folder.resolve("queue"), seed)) {
            Figures figures = queue.round(SHORT);
            assertThat(figures.values().get(InProcess.APPENDS_PER_S)).isPositive();
            assertThat(figures.values().get("frame_bytes")).isBetween(300.0, 2000.0);
        }
        NaiveLedger naive = new NaiveLedger(ACCOUNTS, 1000, seed);
        for (int i = 0; i < 5000; i++) {
            assertThat(naive.transfer()).isTrue();
        }
        assertThat(naive.imbalance()).isZero();
    }
}
