package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disk blocks are taken ahead of the writer, and change nothing that can be read. */
class PreallocationTest {
    private static final long STEP_BYTES = 8 << 20;

    @TempDir Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void shouldTakeBlocksAheadOfTheWriterAndKeepWhatIsWritten() throws Exception {
        assumeTrue(
                ChildProcess.isInstalled("fallocate"),
                "this system has no fallocate: nothing to see");
        List<byte[]> frames = JournalFixture.frames(60, new Random(3));
        JournalRecovery recovery = new JournalRecovery(folder, new JournalSettings(STEP_BYTES));
        try (ChronicleJournal journal = recovery.open(0, frame -> {}).journal()) {
            assertThat(journal.preallocatedBytes()).isZero();
            JournalFixture.append(journal, frames.subList(0, 30), 1);
            while (journal.preallocatedBytes() == 0) {
                Thread.onSpinWait();
            }
            assertThat(journal.preallocatedBytes()).isBetween(STEP_BYTES / 4, 2 * STEP_BYTES);
            assertThat(bytesOnDisk(JournalFixture.file(folder))).isGreaterThan(STEP_BYTES);
            JournalFixture.append(journal, frames.subList(30, 60), 1);
        }
        long[] read = new long[1];
        JournalRecovery.Recovered again =
                new JournalRecovery(folder).open(0, frame -> read[0] = frame.sequence());
        again.journal().close();
        assertThat(read[0]).isEqualTo(60);
        assertThat(again.report().cut()).isEmpty();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void shouldStayAheadOfAWriterThatMovesOn() throws Exception {
        assumeTrue(
                ChildProcess.isInstalled("fallocate"),
                "this system has no fallocate: nothing to see");
        Path file = folder.resolve("file");
        java.nio.file.Files.createFile(file);
        try (Preallocation preallocation = new Preallocation(STEP_BYTES)) {
            for (long position = 0; position <= 4 * STEP_BYTES; position += STEP_BYTES / 2) {
                preallocation.at(file, position);
                while (preallocation.aheadBytes() < STEP_BYTES / 2) {
                    Thread.onSpinWait();
                }
            }
        }
        assertThat(bytesOnDisk(file)).isBetween(5 * STEP_BYTES, 7 * STEP_BYTES);
        // Blocks, but no length: nobody can read them.
        assertThat(java.nio.file.Files.size(file)).isZero();
    }

    private static long bytesOnDisk(Path file) throws Exception {
        Process stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
        try (var output = stat.inputReader()) {
            return Long.parseLong(output.readLine()) * 512;
        }
    }
}
