package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearhold.ledger.fixture.EngineFixture;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails or is slow, as the operating system would tell: injected by strace. */
class DiskFaultTest {
    private static final int COMMANDS = 2_000;

    @TempDir Path folder;

    @Test
    void shouldAcknowledgeNothingMoreOnceASyncFailedAndRecoverWhatItAcknowledged()
            throws Exception {
        Path journal = folder.resolve("journal");
        List<String> printed = run(journal, "msync:error=EIO:when=4+");
        List<String> answers = printed.subList(1, printed.size() - 1);
        int acknowledged = 0;
        while (acknowledged < answers.size() && isSequence(answers.get(acknowledged))) {
            acknowledged++;
        }
        assertThat(acknowledged).isPositive().isLessThan(COMMANDS);
        List<String> after = answers.subList(acknowledged, answers.size());
        assertThat(after).isNotEmpty().noneMatch(DiskFaultTest::isSequence);
        assertThat(after).contains("OUTCOME_UNKNOWN", "STOPPED");
        long last = Long.parseLong(answers.get(acknowledged - 1));
        try (EngineFixture recovered = new EngineFixture(journal)) {
            assertThat(recovered.recovered().frames()).isGreaterThanOrEqualTo(last);
            recovered.send(recovered.newAccount());
        }
    }

    @Test
    void shouldOnlyBeSlowOnASlowDisk() throws Exception {
        Path journal = folder.resolve("journal");
        List<String> printed = run(journal, "msync:delay_enter=20000");
        assertThat(printed).hasSize(COMMANDS + 2).endsWith("done");
        for (int i = 1; i <= COMMANDS; i++) {
            assertThat(printed.get(i)).isEqualTo(String.valueOf(i + 1));
        }
    }

    private static List<String> run(Path journal, String fault) throws Exception {
        assumeTrue(ChildProcess.isInstalled("strace"), "install: apt-get install strace");
        List<String> strace =
                List.of(
                        "strace",
                        "-f",
                        "-qq",
                        "-e",
                        "trace=msync",
                        "-e",
                        "inject=" + fault,
                        "-o",
                        "/dev/null");
        Process process = ChildProcess.start(journal, 1, COMMANDS, strace);
        List<String> printed = new ArrayList<>();
        try (BufferedReader output = ChildProcess.output(process)) {
            output.lines().forEach(printed::add);
        }
        process.waitFor();
        assumeTrue(
                !printed.isEmpty() && printed.getFirst().equals("ready"),
                "strace may not trace here");
        return printed;
    }

    private static boolean isSequence(String line) {
        return !line.isEmpty() && line.chars().allMatch(Character::isDigit);
    }
}
