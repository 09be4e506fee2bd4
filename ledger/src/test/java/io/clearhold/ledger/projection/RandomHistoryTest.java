package io.clearhold.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.port.Channel;
import io.clearhold.core.port.JournalReader;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.RandomCommands;
import io.clearhold.ledger.fixture.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise I6 over random histories, in batches of any size. */
class RandomHistoryTest {
    private static final int SEEDS = 3;
    private static final int STEPS = 1500;

    @TempDir private static Path folder;
    private static TestPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = TestPostgres.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void shouldEqualTheStateWhateverWasAsked() {
        Seeds.forEach(
                SEEDS,
                random -> {
                    MachineFixture machine = new MachineFixture();
                    RandomCommands commands = new RandomCommands(machine, random);
                    for (int i = 0; i < STEPS; i++) {
                        commands.step();
                    }
                    RecordedLedger ledger = new RecordedLedger(machine.frames());
                    ProjectionCheck.Report report = project(ledger, random);
                    assertThat(report.differences()).isEmpty();
                    assertThat(report.sequence()).isEqualTo(ledger.watermark());
                    assertThat(report.rows()).isGreaterThan(100);
                });
    }

    private static ProjectionCheck.Report project(RecordedLedger ledger, Random random)
            throws SQLException {
        ProjectionSettings settings =
                new ProjectionSettings(1 + random.nextInt(300), 5_000, 0, 20, 200, 3, 30_000);
        postgres.useNewDatabase();
        try (Projection projection =
                new Projection(ledger, postgres.database(), List.of(Channel.SANDBOX), settings)) {
            projection.start();
            while (projection.lag() > 0) {
                assertThat(projection.trouble()).isEmpty();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
        try (JournalReader reader = ledger.openReader()) {
            return new ProjectionCheck(postgres.database()).run(reader);
        }
    }
}
