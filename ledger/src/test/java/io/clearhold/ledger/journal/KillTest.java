package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.ledger.fixture.EngineFixture;
import io.clearhold.ledger.fixture.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise I3: what was acknowledged is there after kill -9 at any moment. */
class KillTest {
    private static final int ROUNDS = 4;
    private static final Duration LONGEST_START = Duration.ofSeconds(5);

    @TempDir Path folder;

    @Test
    void shouldKeepEveryAcknowledgedCommandWhenItIsKilled() {
        AtomicLong before = new AtomicLong();
        Seeds.forEach(
                ROUNDS,
                random -> {
                    long acknowledged = Math.max(before.get(), runAndKill(random));
                    long start = System.nanoTime();
                    try (EngineFixture fixture = new EngineFixture(folder)) {
                        assertThat(Duration.ofNanos(System.nanoTime() - start))
                                .isLessThan(LONGEST_START);
                        assertThat(fixture.recovered().frames())
                                .isGreaterThanOrEqualTo(acknowledged);
                        assertThat(fixture.readAll()).hasSize((int) fixture.engine().watermark());
                        before.set(fixture.send(fixture.newAccount()).sequence());
                        assertThat(before.get()).isGreaterThan(acknowledged);
                    }
                });
    }

    /** The highest sequence that was acknowledged; the frames after it may be there or not. */
    private long runAndKill(Random random) throws IOException, InterruptedException {
        Process process =
                ChildProcess.start(folder, random.nextLong(), Long.MAX_VALUE, java.util.List.of());
        long acknowledged = 0;
        int target = random.nextInt(3000);
        int count = 0;
        try (BufferedReader output = ChildProcess.output(process)) {
            assertThat(output.readLine()).isEqualTo("ready");
            String line = output.readLine();
            while (line != null) {
                acknowledged = parse(line, acknowledged);
                if (count++ == target) {
                    process.toHandle().destroyForcibly();
                }
                line = output.readLine();
            }
        }
        assertThat(process.waitFor()).isEqualTo(128 + 9);
        return acknowledged;
    }

    /** A line that was cut in the middle by the kill may be a shorter number. */
    private static long parse(String line, long last) {
        long sequence = Long.parseLong(line);
        return sequence == last + 1 || last == 0 ? sequence : last;
    }
}
