package io.clearhold.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.simulation.SimulatedDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every driver of the state machine gives the same answers, frames and state. */
class ConformanceTest {
    private static final int STEPS = 1_200;

    @TempDir Path folder;

    @Test
    void shouldDriveAlikeInMemoryAgain() {
        check(new MemoryDriver(), 2);
    }

    @Test
    void shouldDriveAlikeInTheSimulation() {
        check(new SimulatedDriver(), 5);
    }

    @Test
    void shouldDriveAlikeWhereItServes() {
        Seeds.forEach(
                1,
                random -> {
                    Path journal = Files.createTempDirectory(folder, "journal");
                    try (EmbeddedDriver driver = new EmbeddedDriver(journal)) {
                        assertThat(
                                        Conformance.differences(
                                                driver,
                                                CommandStream.of(random.nextLong(), STEPS),
                                                2))
                                .isEmpty();
                    }
                });
    }

    @Test
    void shouldNoticeADriverThatForgetsOneFrame() {
        LedgerDriver forgetful = new Forgetful();
        assertThat(Conformance.differences(forgetful, CommandStream.of(1, STEPS), 0))
                .contains("frames instead of");
    }

    @Test
    void shouldNoticeADriverThatIsLate() {
        LedgerDriver late =
                new Delegating() {
                    @Override
                    public Answered send(long plainTimeMs, Message message) {
                        return super.send(plainTimeMs + 1, message);
                    }
                };
        assertThat(Conformance.differences(late, CommandStream.of(1, STEPS), 0)).isNotEmpty();
    }

    private static void check(LedgerDriver driver, int restarts) {
        Seeds.forEach(
                1,
                random ->
                        assertThat(
                                        Conformance.differences(
                                                driver,
                                                CommandStream.of(random.nextLong(), STEPS),
                                                restarts))
                                .isEmpty());
    }

    private static class Delegating implements LedgerDriver {
        private final MemoryDriver driver = new MemoryDriver();

        @Override
        public Answered send(long plainTimeMs, Message message) {
            return driver.send(plainTimeMs, message);
        }

        @Override
        public List<byte[]> frames() {
            return driver.frames();
        }

        @Override
        public void restart() {
            driver.restart();
        }

        @Override
        public void close() {
            driver.close();
        }
    }

    private static final class Forgetful extends Delegating {
        @Override
        public List<byte[]> frames() {
            List<byte[]> frames = super.frames();
            return frames.subList(0, frames.size() - 1);
        }
    }
}
