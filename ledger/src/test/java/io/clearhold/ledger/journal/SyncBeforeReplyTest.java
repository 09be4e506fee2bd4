package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operating system saw: the frame was synced before its answer went out. */
class SyncBeforeReplyTest {
    @TempDir Path folder;

    @Test
    void shouldSyncTheJournalBeforeItAnswers() throws Exception {
        assumeTrue(isInstalled("strace"), "install: apt-get install strace");
        Path trace = folder.resolve("trace");
        List<String> strace =
                List.of("strace", "-f", "-e", "trace=msync,write", "-o", trace.toString());
        Process process = ChildProcess.start(folder.resolve("journal"), 1, 3, strace);
        List<String> printed = new ArrayList<>();
        try (BufferedReader output = ChildProcess.output(process)) {
            output.lines().forEach(printed::add);
        }
        assumeTrue(process.waitFor() == 0, "strace may not trace here");
        assertThat(printed).containsExactly("ready", "2", "3", "4", "done");

        // Later answers may share a sync; the first has one of its own.
        List<String> calls = Files.readAllLines(trace);
        int ready = indexOf(calls, "write(1, \"ready");
        int answer = indexOf(calls, "write(1, \"2");
        assertThat(ready).isPositive().isLessThan(answer);
        assertThat(calls.subList(ready, answer))
                .anyMatch(call -> call.contains("msync(") && call.contains("MS_SYNC"));
    }

    private static int indexOf(List<String> calls, String call) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(call)) {
                return i;
            }
        }
        throw new AssertionError("no " + call);
    }

    private static boolean isInstalled(String program) {
        for (String folder :
                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
