package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.ledger.fixture.ReplayCheck;
import io.clearhold.ledger.fixture.Seeds;
import io.clearhold.ledger.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files: above the synced mark cut and reported, at or below it refused. */
class JournalDamageTest {
    private static final int FRAMES = 60;

    @TempDir Path folder;

    /** What happens to a file. */
    private enum Damage {
        FLIP,
        ZERO,
        NOISE,
        TRUNCATE
    }

    @Test
    void shouldCutDamageAboveTheMarkAndGoOn() {
        Seeds.forEach(
                12,
                random -> {
                    Path own = folder.resolve("cut" + random.nextInt(1_000_000_000));
                    List<byte[]> frames =
                            JournalFixture.withoutMarks(JournalFixture.frames(FRAMES, random));
                    JournalFixture.write(own, frames.subList(0, FRAMES - 1), 1);
                    int broken = 1 + random.nextInt(FRAMES - 1);
                    damage(own, frames.get(broken - 1), random);
                    JournalFixture.lowerMark(own, random.nextInt(broken));

                    Replay replay = new Replay(false);
                    JournalRecovery.Recovered recovered = JournalFixture.open(own, replay);
                    try (ChronicleJournal journal = recovered.journal()) {
                        long kept = replay.frames();
                        assertThat(kept).isEqualTo(broken - 1L);
                        assertThat(recovered.report().lastSequence()).isEqualTo(kept);
                        assertSameAsPrefix(replay, frames, broken - 1);
                        // The next frames follow as if nothing had been there.
                        JournalFixture.append(journal, frames.subList(broken - 1, FRAMES), 1);
                    }
                    Replay again = new Replay(false);
                    JournalRecovery.Recovered reopened = JournalFixture.open(own, again);
                    reopened.journal().close();
                    assertThat(reopened.report().cut()).isEmpty();
                    assertSameAsPrefix(again, frames, FRAMES);
                });
    }

    @Test
    void shouldReportWhatItCutAndKeepTheDamagedFile() {
        List<byte[]> frames =
                JournalFixture.withoutMarks(JournalFixture.frames(FRAMES, new Random(5)));
        JournalFixture.write(folder, frames, 1);
        byte[] before = flip(folder, frames.get(30), 50);
        JournalFixture.lowerMark(folder, 30);
        JournalRecovery.Recovered recovered = JournalFixture.open(folder, new Replay(false));
        recovered.journal().close();
        assertThat(recovered.report().cut()).hasSize(1);
        assertThat(recovered.report().cut().get(0)).contains("after sequence 30", ".cq4");
        Path damaged = folder.resolve("damaged");
        assertThat(damaged).isDirectoryContaining("glob:**.cq4*");
        Path kept = damaged.resolve(JournalFixture.file(folder).getFileName() + ".0");
        assertThat(Arrays.copyOf(JournalFixture.read(kept), before.length)).isEqualTo(before);
    }

    @Test
    void shouldCutAllLaterDaysTogetherWithTheDamagedOne() {
        List<byte[]> frames =
                JournalFixture.withoutMarks(JournalFixture.frames(FRAMES, new Random(6)));
        long hourMs = 3_600_000;
        JournalFixture.write(folder, frames, hourMs);
        List<Path> files = QueueFiles.list(folder);
        assertThat(files).hasSize(3);
        overwrite(files.get(1), frames.get(29), 60, new byte[] {1, 2, 3});
        JournalFixture.lowerMark(folder, 0);
        Replay replay = new Replay(false);
        JournalRecovery.Recovered recovered = JournalFixture.open(folder, replay);
        try (ChronicleJournal journal = recovered.journal()) {
            assertThat(replay.frames()).isEqualTo(29);
            assertThat(recovered.report().cut()).hasSize(2);
            JournalFixture.append(journal, frames.subList(29, FRAMES), hourMs);
        }
        Replay again = new Replay(false);
        JournalFixture.open(folder, again).journal().close();
        assertSameAsPrefix(again, frames, FRAMES);
    }

    @Test
    void shouldRefuseToStartOverDamageAtOrBelowTheMarkAndChangeNothing() {
        Seeds.forEach(
                12,
                random -> {
                    Path own = folder.resolve("refuse" + random.nextInt(1_000_000_000));
                    List<byte[]> frames =
                            JournalFixture.withoutMarks(JournalFixture.frames(FRAMES, random));
                    JournalFixture.write(own, frames, 1);
                    int broken = 1 + random.nextInt(FRAMES);
                    damage(own, frames.get(broken - 1), random);
                    JournalFixture.lowerMark(own, broken + random.nextInt(FRAMES - broken + 1));
                    byte[] before = JournalFixture.read(JournalFixture.file(own));
                    for (int tries = 0; tries < 2; tries++) {
                        assertThatThrownBy(() -> JournalFixture.open(own, new Replay(false)))
                                .isInstanceOf(JournalDamagedException.class)
                                .hasMessageContaining("after sequence " + (broken - 1))
                                .hasMessageContaining(".cq4")
                                .hasMessageContaining("nothing was changed");
                        byte[] after = JournalFixture.read(JournalFixture.file(own));
                        assertThat(Arrays.equals(trim(after), trim(before))).isTrue();
                    }
                });
    }

    @Test
    void shouldTrustTheMarksThatLaterFramesCarry() {
        List<byte[]> frames = JournalFixture.frames(FRAMES, new Random(7));
        JournalFixture.write(folder, frames, 1);
        flip(folder, frames.get(20), 80);
        JournalFixture.lowerMark(folder, 0);
        assertThatThrownBy(() -> JournalFixture.open(folder, new Replay(false)))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("after sequence 20");
    }

    /** A process that was killed in the middle of a write leaves a header that is not ready. */
    @Test
    void shouldWriteOverAFrameThatWasBegunAndNeverFinished() {
        Seeds.forEach(
                4,
                random -> {
                    Path own = folder.resolve("half" + random.nextInt(1_000_000_000));
                    List<byte[]> frames = JournalFixture.frames(FRAMES, random);
                    JournalFixture.write(own, frames.subList(0, 40), 1);
                    putHalfFrame(JournalFixture.file(own), frames.get(39), random);
                    Replay replay = new Replay(false);
                    JournalRecovery.Recovered recovered = JournalFixture.open(own, replay);
                    try (ChronicleJournal journal = recovered.journal()) {
                        assertThat(replay.frames()).isEqualTo(40);
                        JournalFixture.append(journal, frames.subList(40, FRAMES), 1);
                    }
                    Replay again = new Replay(false);
                    JournalFixture.open(own, again).journal().close();
                    assertSameAsPrefix(again, frames, FRAMES);
                });
    }

    private static void putHalfFrame(Path file, byte[] last, Random random) {
        byte[] bytes = JournalFixture.read(file);
        int end = JournalFixture.offsetOf(bytes, last) + last.length;
        int header = (end + 3) & ~3;
        bytes[header + 3] = (byte) 0x80;
        int written = random.nextInt(5000);
        for (int i = 0; i < written; i++) {
            bytes[header + 4 + i] = (byte) random.nextInt();
        }
        JournalFixture.write(file, bytes);
    }

    @Test
    void shouldNotTrustATornMark() throws IOException {
        JournalFixture.write(folder, JournalFixture.frames(5, new Random(8)), 1);
        Path mark = folder.resolve("synced.mark");
        byte[] bytes = Files.readAllBytes(mark);
        bytes[9] ^= 1;
        Files.write(mark, bytes);
        Replay replay = new Replay(false);
        JournalFixture.open(folder, replay).journal().close();
        assertThat(replay.frames()).isEqualTo(5);
    }

    private static void assertSameAsPrefix(Replay replay, List<byte[]> frames, int count) {
        Replay expected = ReplayCheck.replay(frames.subList(0, count), false);
        assertThat(replay.machine().state().sequence()).isEqualTo(count);
        assertThat(replay.machine().state().hashHigh())
                .isEqualTo(expected.machine().state().hashHigh());
        assertThat(replay.machine().state().hashLow())
                .isEqualTo(expected.machine().state().hashLow());
    }

    /** Somewhere in a frame or in the four bytes of its header. */
    private static void damage(Path folder, byte[] frame, Random random) {
        Path file = JournalFixture.file(folder);
        byte[] bytes = JournalFixture.read(file);
        int frameAt = JournalFixture.offsetOf(bytes, frame);
        int at = frameAt - 4 + random.nextInt(frame.length + 4);
        switch (Damage.values()[random.nextInt(Damage.values().length)]) {
            case FLIP -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case ZERO -> Arrays.fill(bytes, frameAt - 4, bytes.length, (byte) 0);
            case NOISE -> {
                for (int i = at; i < frameAt + frame.length; i++) {
                    bytes[i] = (byte) random.nextInt();
                }
                bytes[at] ^= 0x55;
            }
            case TRUNCATE -> {
                JournalFixture.truncate(file, frameAt - 4 + random.nextInt(12));
                return;
            }
        }
        JournalFixture.write(file, bytes);
    }

    private static byte[] flip(Path folder, byte[] frame, int offset) {
        Path file = JournalFixture.file(folder);
        byte[] bytes = JournalFixture.read(file);
        bytes[JournalFixture.offsetOf(bytes, frame) + offset] ^= 4;
        JournalFixture.write(file, bytes);
        return trim(bytes);
    }

    private static void overwrite(Path file, byte[] frame, int offset, byte[] with) {
        byte[] bytes = JournalFixture.read(file);
        int at = JournalFixture.offsetOf(bytes, frame) + offset;
        System.arraycopy(with, 0, bytes, at, with.length);
        JournalFixture.write(file, bytes);
    }

    /** Mapping a file may lengthen it by zeros; that is no change. */
    private static byte[] trim(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }
}
