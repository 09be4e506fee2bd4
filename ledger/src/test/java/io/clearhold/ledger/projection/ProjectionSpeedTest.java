package io.clearhold.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.port.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many events a second the projection writes when nothing else runs; prints, asserts nothing.
 */
class ProjectionSpeedTest {
    @TempDir private Path folder;

    @Test
    void shouldSayHowFastItIs() throws Exception {
        int payments = Integer.getInteger("clearhold.projection.payments", 5_000);
        try (TestPostgres postgres = TestPostgres.start(folder.resolve("postgres"));
                TestLedger ledger = TestLedger.open(folder.resolve("journal"))) {
            Traffic traffic = new Traffic(ledger);
            for (int left = payments; left > 0; left -= 500) {
                traffic.complete(Math.min(left, 500));
            }
            // The first run warms up the code and makes the schema; the second is the figure.
            project(ledger, postgres);
            postgres.useNewDatabase();
            long events = project(ledger, postgres);
            assertThat(events).isPositive();
        }
    }

    private static long project(TestLedger ledger, TestPostgres postgres) {
        try (Projection projection =
                new Projection(
                        ledger.ledger(),
                        postgres.database(),
                        List.of(Channel.SANDBOX),
                        ProjectionSettings.DEFAULTS)) {
            projection.start();
            long start = System.nanoTime();
            while (projection.lag() > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long events = projection.eventsProjected();
            System.out.printf(
                    Locale.ROOT,
                    "projection: %,d events of %,d frames in %.1f s, %,.0f events/s, %d transactions%n",
                    events,
                    projection.position(),
                    seconds,
                    events / seconds,
                    projection.batchesWritten());
            return events;
        }
    }
}
