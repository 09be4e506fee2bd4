package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.frame.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalPlaceTest {
    /** A file holds few frames. */
    private static final long STEP_MS = TimeUnit.HOURS.toMillis(7);

    private static final int FRAMES = 40;

    @TempDir Path folder;

    @Test
    void shouldGoOnBehindAnyPlaceOverSeveralFiles() {
        JournalFixture.write(folder, JournalFixture.frames(FRAMES, new Random(3)), STEP_MS);
        assertThat(QueueFiles.list(folder)).hasSizeGreaterThan(5);
        JournalPlace place = JournalPlace.START;
        for (int through = 1; through <= FRAMES; through += 3) {
            List<Long> seen = new ArrayList<>();
            JournalPlace next =
                    new JournalRecovery(folder)
                            .follow(place, through, frame -> seen.add(frame.sequence()));
            assertThat(next.sequence()).isEqualTo(through);
            assertThat(seen).hasSize(Math.toIntExact(through - place.sequence()));
            place = next;
            assertThat(openFrom(place)).isEqualTo(FRAMES - through);
        }
    }

    @Test
    void shouldReadWhatIsBeforeThePlaceBySequence() {
        JournalFixture.write(folder, JournalFixture.frames(FRAMES, new Random(3)), STEP_MS);
        JournalPlace place = new JournalRecovery(folder).follow(JournalPlace.START, 30, f -> {});
        Frame frame = new Frame();
        try (ChronicleJournal journal =
                        new JournalRecovery(folder).open(0, place, f -> {}).journal();
                ChronicleReader reader = journal.openReader(journal::lastSequence)) {
            for (long sequence : new long[] {1, 29, 2, FRAMES, 30, 31}) {
                assertThat(reader.read(sequence, frame)).isTrue();
                assertThat(frame.sequence()).isEqualTo(sequence);
            }
        }
    }

    @Test
    void shouldTellAnotherJournalApart() {
        Path other = folder.resolve("other");
        JournalFixture.write(other, JournalFixture.frames(FRAMES, new Random(4)), STEP_MS);
        JournalPlace place = new JournalRecovery(other).follow(JournalPlace.START, 20, f -> {});
        Path own = folder.resolve("own");
        JournalFixture.write(own, JournalFixture.frames(FRAMES, new Random(5)), STEP_MS);
        assertThatThrownBy(() -> new JournalRecovery(own).open(0, place, f -> {}))
                .isInstanceOf(OtherJournalException.class);
    }

    @Test
    void shouldRefuseAJournalThatEndsBeforeThePlace() {
        List<byte[]> frames = JournalFixture.frames(FRAMES, new Random(3));
        Path longer = folder.resolve("longer");
        JournalFixture.write(longer, frames, STEP_MS);
        JournalPlace place =
                new JournalRecovery(longer).follow(JournalPlace.START, FRAMES, f -> {});
        Path shorter = folder.resolve("shorter");
        JournalFixture.write(shorter, frames.subList(0, FRAMES - 1), STEP_MS);
        assertThatThrownBy(() -> new JournalRecovery(shorter).open(0, place, f -> {}))
                .isInstanceOf(RuntimeException.class);
    }

    private long openFrom(JournalPlace place) {
        List<Long> seen = new ArrayList<>();
        new JournalRecovery(folder)
                .open(0, place, frame -> seen.add(frame.sequence()))
                .journal()
                .close();
        return seen.size();
    }
}
