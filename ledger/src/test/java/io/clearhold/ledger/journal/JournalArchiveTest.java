package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.frame.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalArchiveTest {
    /** A file holds few frames. */
    private static final long STEP_MS = TimeUnit.HOURS.toMillis(7);

    private static final int FRAMES = 40;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    @TempDir Path temporary;

    private Path journalFolder;
    private Path archiveFolder;

    @BeforeEach
    void write() {
        journalFolder = temporary.resolve("journal");
        archiveFolder = temporary.resolve("archive");
        JournalFixture.write(journalFolder, JournalFixture.frames(FRAMES, new Random(3)), STEP_MS);
    }

    @Test
    void shouldMoveWhatIsOldAndReadOnThroughIt() throws IOException {
        int files = QueueFiles.list(journalFolder).size();
        assertThat(files).isGreaterThan(5);
        int moved;
        try (ChronicleJournal journal = open()) {
            long before = journal.sizeInBytes();
            Frame frame = new Frame();
            try (ChronicleReader reader = journal.openReader(journal::lastSequence)) {
                assertThat(reader.read(1, frame)).isTrue();
                moved = archive().run(journal, FRAMES, 2 * DAY_MS);
                // Two days and the newest file stay; a reader that was there reads on.
                assertThat(moved).isEqualTo(files - 3);
                assertThat(journal.sizeInBytes()).isLessThan(before);
                requireAll(reader);
            }
            try (ChronicleReader reader = journal.openReader(journal::lastSequence)) {
                requireAll(reader);
            }
            assertThat(archive().run(journal, FRAMES, 2 * DAY_MS)).as("again").isZero();
        }
        assertThat(JournalArchive.count(journalFolder)).isEqualTo(moved);
        assertThat(QueueFiles.list(archiveFolder)).hasSize(moved);
        List<Long> seen = new ArrayList<>();
        assertThat(new JournalRecovery(journalFolder).inspect(frame -> seen.add(frame.sequence())))
                .extracting(JournalRecovery.Inspection::lastSequence)
                .isEqualTo((long) FRAMES);
        assertThat(seen).hasSize(FRAMES);
        try (ChronicleJournal journal = open();
                ChronicleReader reader = journal.openReader(journal::lastSequence)) {
            requireAll(reader);
        }
    }

    @Test
    void shouldKeepWhatASnapshotOrATailerStillNeeds() {
        try (ChronicleJournal journal = open()) {
            JournalPlace.Cycle third = journal.cycles().get(2);
            assertThat(archive().run(journal, third.firstSequence(), 0)).isEqualTo(2);
            assertThat(archive().run(journal, 0, 0)).isZero();
        }
    }

    @Test
    void shouldRefuseAJournalWhoseArchiveIsAwayAndChangeNothing() throws IOException {
        try (ChronicleJournal journal = open()) {
            archive().run(journal, FRAMES, 0);
        }
        Path away = temporary.resolve("away");
        Files.move(archiveFolder, away);
        Files.createDirectories(archiveFolder);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalDamagedException.class)
                    .hasMessageContaining("bring the archive back; nothing was changed");
        }
        assertThat(QueueFiles.list(archiveFolder)).isEmpty();
        Files.delete(archiveFolder);
        Files.move(away, archiveFolder);
        open().close();
    }

    @Test
    void shouldGoOnAfterACrashInTheMiddleOfAMove() throws IOException {
        Path first = QueueFiles.list(journalFolder).getFirst();
        Files.createDirectories(archiveFolder);
        Files.writeString(archiveFolder.resolve(first.getFileName() + ".part"), "half");
        Files.copy(first, archiveFolder.resolve(first.getFileName().toString()));
        Files.createSymbolicLink(
                journalFolder.resolve(first.getFileName() + ".link"), archiveFolder);
        try (ChronicleJournal journal = open()) {
            assertThat(archive().run(journal, FRAMES, 0)).isGreaterThan(5);
            try (ChronicleReader reader = journal.openReader(journal::lastSequence)) {
                requireAll(reader);
            }
        }
        assertThat(Files.isSymbolicLink(first)).isTrue();
    }

    private static void requireAll(ChronicleReader reader) {
        Frame frame = new Frame();
        for (long sequence = 1; sequence <= FRAMES; sequence++) {
            assertThat(reader.read(sequence, frame)).isTrue();
            assertThat(frame.sequence()).isEqualTo(sequence);
        }
    }

    private JournalArchive archive() {
        return new JournalArchive(archiveFolder);
    }

    private ChronicleJournal open() {
        return new JournalRecovery(journalFolder).open(0, frame -> {}).journal();
    }
}
