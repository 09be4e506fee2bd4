package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
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
        assumeTrue(ChildProcess.isInstalled("strace"), "install: apt-get install strace");
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

    @Test
    void shouldForceAFileThatIsLeftAndOneThatIsBegunAndTheirNames() throws Exception {
        assumeTrue(ChildProcess.isInstalled("strace"), "install: apt-get install strace");
        Path trace = folder.resolve("trace");
        List<String> strace =
                List.of(
                        "strace",
                        "-f",
                        "-y",
                        "-e",
                        "trace=msync,fsync,write,fallocate",
                        "-o",
                        trace.toString());
        Path journal = folder.resolve("journal");
        Process process =
                ChildProcess.start(RollingProcess.class, List.of(journal.toString()), strace);
        List<String> printed = new ArrayList<>();
        try (BufferedReader output = ChildProcess.output(process)) {
            output.lines().forEach(printed::add);
        }
        assumeTrue(process.waitFor() == 0, "strace may not trace here");
        assertThat(printed).containsExactly("ready", "appended", "rolled", "synced", "done");

        List<String> calls = Files.readAllLines(trace);
        int ready = indexOf(calls, "\"ready");
        int appended = indexOf(calls, "\"appended");
        int rolled = indexOf(calls, "\"rolled");
        int synced = indexOf(calls, "\"synced");
        // The folder itself, before the first frame; then the name of the first file.
        assertThat(calls.subList(0, ready)).anyMatch(call -> forces(call, folder));
        assertThat(calls.subList(ready, appended)).anyMatch(call -> forces(call, journal));
        // Before the next day begins, the last one is on the disk as a whole.
        List<String> roll = calls.subList(appended, rolled);
        int sync = indexOf(roll, "MS_SYNC");
        int left = indexOfForce(roll, "20270115F.cq4");
        int begun = indexOfForce(roll, "20270116F.cq4");
        assertThat(sync).isLessThan(left);
        assertThat(left).isLessThan(begun);
        assertThat(roll.subList(begun, roll.size())).anyMatch(call -> forces(call, journal));
        assertThat(calls.subList(rolled, synced)).anyMatch(call -> call.contains("MS_SYNC"));
        assertThat(calls).anyMatch(call -> call.contains("fallocate("));
    }

    private static boolean forces(String call, Path path) {
        return call.contains("fsync(") && call.contains("<" + path + ">");
    }

    /** Another thread's call may stand between a call and its end. */
    private static int indexOfForce(List<String> calls, String file) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains("fsync(") && calls.get(i).contains(file + ">")) {
                return i;
            }
        }
        throw new AssertionError("no fsync of " + file);
    }

    private static int indexOf(List<String> calls, String call) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(call)) {
                return i;
            }
        }
        throw new AssertionError("no " + call);
    }
}
