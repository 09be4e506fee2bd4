package io.clearhold.ledger.journal;

import io.clearhold.core.frame.Frame;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A process of its own that writes one frame a day, and says what it has done after each step. */
final class RollingProcess {
    private static final long DAY_MS = 86_400_000;
    private static final long STEP_BYTES = 4 << 20;

    private RollingProcess() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        List<byte[]> frames = JournalFixture.frames(2, new Random(1));
        Frame frame = new Frame();
        JournalRecovery recovery =
                new JournalRecovery(Path.of(args[0]), new JournalSettings(STEP_BYTES));
        try (ChronicleJournal journal = recovery.open(0, ignored -> {}).journal()) {
            out.println("ready");
            JournalFixture.load(frame, frames.get(0));
            journal.append(frame, JournalFixture.START_MS);
            out.println("appended");
            JournalFixture.load(frame, frames.get(1));
            journal.append(frame, JournalFixture.START_MS + DAY_MS);
            out.println("rolled");
            journal.sync();
            out.println("synced");
        }
        out.println("done");
    }
}
