package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.replay.Replay;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChronicleJournalTest {
    private static final long HOUR_MS = MachineFixture.HOUR_MS;

    @TempDir Path folder;

    @Test
    void shouldReadBackBySequenceInAnyOrderAcrossDays() {
        Seeds.forEach(
                2,
                random -> {
                    Path own = folder.resolve("days" + random.nextInt(1_000_000_000));
                    List<byte[]> frames = JournalFixture.frames(120, random);
                    JournalFixture.write(own, frames.subList(0, 50), HOUR_MS);
                    Replay replay = new Replay(false);
                    try (ChronicleJournal journal = JournalFixture.open(own, replay).journal()) {
                        JournalFixture.append(journal, frames.subList(50, 120), HOUR_MS);
                        assertThat(QueueFiles.list(own)).hasSizeGreaterThan(4);
                        assertReadable(journal, frames, random);
                    }
                    Replay again = new Replay(false);
                    try (ChronicleJournal journal = JournalFixture.open(own, again).journal()) {
                        assertReadable(journal, frames, random);
                    }
                    assertThat(again.machine().state().hashHigh())
                            .isEqualTo(
                                    ReplayCheck.replay(frames, false).machine().state().hashHigh());
                });
    }

    @Test
    void shouldSyncAFileBeforeItLeavesIt() {
        List<byte[]> frames = JournalFixture.frames(3, new Random(1));
        Frame frame = new Frame();
        try (ChronicleJournal journal = JournalFixture.open(folder, new Replay(false)).journal()) {
            JournalFixture.load(frame, frames.get(0));
            journal.append(frame, JournalFixture.START_MS);
            JournalFixture.load(frame, frames.get(1));
            journal.append(frame, JournalFixture.START_MS + HOUR_MS);
            assertThat(journal.syncedSequence()).isZero();
            JournalFixture.load(frame, frames.get(2));
            journal.append(frame, JournalFixture.START_MS + 24 * HOUR_MS);
            assertThat(journal.syncedSequence()).isEqualTo(2);
            journal.sync();
            assertThat(journal.syncedSequence()).isEqualTo(3);
        }
    }

    @Test
    void shouldNeverGoBackToAnEarlierFile() {
        List<byte[]> frames = JournalFixture.frames(6, new Random(2));
        JournalFixture.write(folder, frames.subList(0, 4), 24 * HOUR_MS);
        Frame frame = new Frame();
        try (ChronicleJournal journal = JournalFixture.open(folder, new Replay(false)).journal()) {
            for (byte[] bytes : frames.subList(4, 6)) {
                JournalFixture.load(frame, bytes);
                journal.append(frame, JournalFixture.START_MS);
                journal.sync();
            }
            assertReadable(journal, frames, new Random(3));
        }
        Replay replay = new Replay(false);
        JournalFixture.open(folder, replay).journal().close();
        assertThat(replay.frames()).isEqualTo(6);
    }

    @Test
    void shouldRefuseToStartBeforeSomethingThatATailerHasSeen() {
        JournalFixture.write(folder, JournalFixture.frames(10, new Random(4)), 1);
        assertThatThrownBy(() -> new JournalRecovery(folder).open(11, frame -> {}))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("sequence 10")
                .hasMessageContaining("sequence 11")
                .hasMessageContaining(".cq4");
        JournalFixture.open(folder, new Replay(false)).journal().close();
        new JournalRecovery(folder).open(10, frame -> {}).journal().close();
    }

    @Test
    void shouldStartEmpty() {
        Replay replay = new Replay(false);
        JournalRecovery.Recovered recovered = JournalFixture.open(folder, replay);
        assertThat(recovered.report()).isEqualTo(new RecoveryReport(0, 0, List.of()));
        recovered.journal().close();
        assertThatThrownBy(() -> new JournalRecovery(folder).open(1, frame -> {}))
                .isInstanceOf(JournalDamagedException.class);
    }

    @Test
    void shouldKeepThePositionOfATailer() {
        PositionFile file = new PositionFile(folder.resolve("positions").resolve("bank"));
        assertThat(file.load()).isZero();
        file.store(7);
        file.store(123_456_789_012L);
        assertThat(new PositionFile(folder.resolve("positions").resolve("bank")).load())
                .isEqualTo(123_456_789_012L);
    }

    private static void assertReadable(
            ChronicleJournal journal, List<byte[]> frames, Random random) {
        Frame frame = new Frame();
        try (ChronicleReader reader = journal.openReader(journal::syncedSequence)) {
            for (int i = 0; i < frames.size(); i++) {
                assertSame(reader, frame, frames, i);
            }
            for (int i = 0; i < 200; i++) {
                assertSame(reader, frame, frames, random.nextInt(frames.size()));
            }
            assertThat(reader.read(frames.size() + 1L, frame)).isFalse();
        }
    }

    private static void assertSame(
            ChronicleReader reader, Frame frame, List<byte[]> frames, int index) {
        assertThat(reader.read(index + 1L, frame)).as("sequence %d", index + 1).isTrue();
        byte[] bytes = new byte[frame.length()];
        frame.buffer().getBytes(0, bytes);
        assertThat(bytes).isEqualTo(frames.get(index));
    }
}
