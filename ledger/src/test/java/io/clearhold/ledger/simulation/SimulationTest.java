package io.clearhold.ledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.journal.Journal;
import io.clearhold.ledger.scenario.PromiseBrokenException;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** Short simulations keep every promise, run the same again, and catch a journal that lies. */
class SimulationTest {
    private static final long COMMANDS = 6_000;

    @Test
    void shouldKeepEveryPromiseWhateverGoesWrong() {
        Seeds.forEach(
                2,
                random -> {
                    SimulationReport report = new Simulation(settings(random.nextLong(), "")).run();
                    assertThat(report.isClean()).as(report.text()).isTrue();
                    assertThat(report.tally().commands()).isGreaterThanOrEqualTo(COMMANDS);
                });
    }

    @Test
    void shouldKeepEveryPromiseWhenEverythingGoesWrongOften() {
        Seeds.forEach(
                1,
                random -> {
                    SimulationReport report =
                            new Simulation(settings(random.nextLong(), "x4")).run();
                    assertThat(report.isClean()).as(report.text()).isTrue();
                    assertThat(report.tally().crashes()).isPositive();
                });
    }

    @Test
    void shouldRunTheSameAgain() {
        SimulationReport first = new Simulation(settings(7, "x2")).run();
        SimulationReport again = new Simulation(settings(7, "x2")).run();
        assertThat(again.text()).isEqualTo(first.text());
        SimulationReport other = new Simulation(settings(8, "x2")).run();
        assertThat(other.hash()).isNotEqualTo(first.hash());
    }

    @Test
    void shouldMakeNoFaultsWhenToldSo() {
        SimulationReport report = new Simulation(settings(3, "none")).run();
        assertThat(report.isClean()).as(report.text()).isTrue();
        for (Fault fault : Fault.values()) {
            assertThat(report.tally().count(fault)).as(fault.label()).isZero();
        }
        assertThat(report.tally().crashes()).isZero();
    }

    @Test
    void shouldCatchAnAnswerBeforeItsSync() {
        SimulationReport report = new Simulation(settings(1, "none"), LyingJournal::new).run();
        assertThat(report.isClean()).isFalse();
        SimulationReport.Failure failure = java.util.Objects.requireNonNull(report.failure());
        assertThat(failure.cause()).isInstanceOf(PromiseBrokenException.class);
        assertThat(((PromiseBrokenException) failure.cause()).promise()).isEqualTo("I3");
        assertThat(report.text())
                .contains("BROKEN in round 1 (seed 1)")
                .contains("run it again: ./clearhold simulate --seed 1 --commands 6000");
    }

    @Test
    void shouldReadRates() {
        FaultRates rates = FaultRates.parse("kill=7, x3, power_cut=1000000");
        assertThat(rates.perMillion(Fault.KILL)).isEqualTo(21);
        assertThat(rates.perMillion(Fault.POWER_CUT)).isEqualTo(1_000_000);
        assertThat(FaultRates.parse("none,view_away=5").perMillion(Fault.KILL)).isZero();
        assertThatThrownBy(() -> FaultRates.parse("meteor=5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("meteor=5")
                .hasMessageContaining("power_cut");
        assertThatThrownBy(() -> FaultRates.parse("kill=1000001"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SimulationSettings settings(long seed, String rates) {
        return new SimulationSettings(seed, COMMANDS, 0, COMMANDS, FaultRates.parse(rates));
    }

    /** Says that it has synced, and has not. */
    private static final class LyingJournal implements Journal {
        private final Journal journal;
        private long said;

        LyingJournal(Journal journal) {
            this.journal = journal;
            this.said = journal.syncedSequence();
        }

        @Override
        public long lastSequence() {
            return journal.lastSequence();
        }

        @Override
        public long syncedSequence() {
            return said;
        }

        @Override
        public void append(Frame frame, long plainTimeMs) {
            journal.append(frame, plainTimeMs);
        }

        @Override
        public void sync() {
            said = journal.lastSequence();
        }

        @Override
        public JournalReader openReader(LongSupplier watermark) {
            return journal.openReader(watermark);
        }

        @Override
        public void close() {
            journal.close();
        }
    }
}
