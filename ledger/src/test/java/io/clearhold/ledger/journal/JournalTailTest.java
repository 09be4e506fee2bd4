package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The end of a journal after a crash: wherever it is torn, and in whatever order its frames lie.
 */
class JournalTailTest {
    private static final int FRAMES = 14;
    private static final int SURE = 12;

    @TempDir Path folder;

    /** What a broken disk or program may have made of whole frames. */
    enum Order {
        DUPLICATED(1, 2, 3, 3, 4),
        REORDERED(1, 2, 4, 3, 5),
        MISSING(1, 2, 4, 5, 6),
        AGAIN_FROM_THE_START(1, 2, 3, 1, 2);

        @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
        private final List<Integer> sequences;

        Order(Integer... sequences) {
            this.sequences = List.of(sequences);
        }

        /** How many are right from the start. */
        int good() {
            int good = 0;
            while (good < sequences.size() && sequences.get(good) == good + 1) {
                good++;
            }
            return good;
        }
    }

    @Test
    void shouldCutATornTailWhereverItIsTorn() throws IOException {
        List<byte[]> frames =
                JournalFixture.withoutMarks(JournalFixture.frames(FRAMES, new Random(11)));
        JournalFixture.write(folder, frames, 1);
        JournalFixture.lowerMark(folder, SURE);
        Path file = JournalFixture.file(folder);
        byte[] whole = JournalFixture.read(file);
        int from = end(whole, frames.get(SURE - 1));
        int to = end(whole, frames.get(FRAMES - 1));
        int step = 0;
        for (int at = from; at < to; at++) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, at, torn.length, (byte) 0);
            if (Arrays.equals(torn, whole)) {
                continue;
            }
            JournalFixture.write(file, torn);
            int kept = SURE;
            while (kept < FRAMES && wholeIn(torn, whole, frames.get(kept))) {
                kept++;
            }
            JournalRecovery.Inspection found = new JournalRecovery(folder).inspect(frame -> {});
            assertThat(found.lastSequence()).as("torn at %d", at).isEqualTo(kept);
            if (step++ % 40 == 0) {
                recovers(kept, frames);
            }
        }
        assertThat(step).isGreaterThan(200);
    }

    /** Recovery of a copy, and the same frames appended again. */
    private void recovers(int kept, List<byte[]> frames) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        for (String name : List.of("synced.mark", "metadata.cq4t")) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        Path file = JournalFixture.file(folder);
        Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        JournalRecovery.Recovered recovered = JournalFixture.open(copy, new Replay(false));
        try (ChronicleJournal journal = recovered.journal()) {
            assertThat(recovered.report().lastSequence()).isEqualTo(kept);
            JournalFixture.append(journal, frames.subList(kept, FRAMES), 1);
        }
        JournalRecovery.Recovered again = JournalFixture.open(copy, new Replay(true));
        again.journal().close();
        assertThat(again.report().lastSequence()).isEqualTo(FRAMES);
        assertThat(again.report().cut()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldCutFramesThatAreOutOfOrderAboveTheMark(Order order) {
        write(order);
        JournalFixture.lowerMark(folder, order.good());
        JournalRecovery.Recovered recovered = JournalFixture.open(folder, new Replay(false));
        recovered.journal().close();
        assertThat(recovered.report().lastSequence()).isEqualTo(order.good());
        assertThat(recovered.report().cut())
                .singleElement()
                .asString()
                .contains("stands where " + (order.good() + 1) + " belongs");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseFramesThatAreOutOfOrderAtOrBelowTheMark(Order order) {
        write(order);
        JournalFixture.lowerMark(folder, order.good() + 1);
        byte[] before = JournalFixture.read(JournalFixture.file(folder));
        assertThatThrownBy(() -> JournalFixture.open(folder, new Replay(false)))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("after sequence " + order.good() + " in ")
                .hasMessageContaining(".cq4 at offset ")
                .hasMessageContaining("sequence " + (order.good() + 1) + " was acknowledged");
        assertThat(JournalFixture.read(JournalFixture.file(folder))).isEqualTo(before);
    }

    @Test
    void shouldRefuseFramesOfANewerFormatWhereverTheyStandAndCutNothing() throws IOException {
        List<byte[]> frames =
                JournalFixture.withoutMarks(JournalFixture.frames(FRAMES, new Random(13)));
        JournalFixture.write(folder, frames, 1);
        JournalFixture.lowerMark(folder, 0);
        Path file = JournalFixture.file(folder);
        byte[] bytes = JournalFixture.read(file);
        byte[] last = frames.get(FRAMES - 1);
        int at = JournalFixture.offsetOf(bytes, last);
        bytes[at + 4] = Frame.FORMAT + 1;
        putChecksum(bytes, at, last.length);
        JournalFixture.write(file, bytes);
        for (int tries = 0; tries < 2; tries++) {
            assertThatThrownBy(() -> JournalFixture.open(folder, new Replay(false)))
                    .isInstanceOf(JournalTooNewException.class)
                    .hasMessageContaining("frames of format 2 from sequence 14 on")
                    .hasMessageContaining("nothing was changed");
            assertThat(JournalFixture.read(file)).isEqualTo(bytes);
        }
    }

    @Test
    void shouldReadOnPastADayWhoseEndMarkWasNotSynced() throws IOException {
        List<byte[]> frames =
                JournalFixture.withoutMarks(JournalFixture.frames(FRAMES, new Random(14)));
        JournalFixture.write(folder, frames, 4 * 3_600_000);
        List<Path> days = QueueFiles.list(folder);
        assertThat(days).hasSizeGreaterThan(2);
        byte[] closed = JournalFixture.read(days.getFirst());
        int end = lastByte(closed);
        // The end mark is the last word that is not zero: a header of its own.
        Arrays.fill(closed, end & ~3, closed.length, (byte) 0);
        JournalFixture.write(days.getFirst(), closed);
        JournalRecovery.Recovered recovered = JournalFixture.open(folder, new Replay(true));
        recovered.journal().close();
        assertThat(recovered.report().lastSequence()).isEqualTo(FRAMES);
    }

    private void write(Order order) {
        List<byte[]> frames = JournalFixture.withoutMarks(JournalFixture.frames(8, new Random(12)));
        List<byte[]> mixed = new ArrayList<>();
        for (int sequence : order.sequences) {
            mixed.add(frames.get(sequence - 1));
        }
        try (ChronicleJournal journal = JournalFixture.open(folder, new Replay(false)).journal()) {
            Frame frame = new Frame();
            for (byte[] bytes : mixed) {
                JournalFixture.load(frame, bytes);
                journal.append(frame, JournalFixture.START_MS);
            }
            journal.sync();
        }
    }

    private static int end(byte[] file, byte[] frame) {
        return JournalFixture.offsetOf(file, frame) + frame.length;
    }

    private static boolean wholeIn(byte[] torn, byte[] whole, byte[] frame) {
        int at = JournalFixture.offsetOf(whole, frame);
        return Arrays.equals(torn, at - 4, at + frame.length, whole, at - 4, at + frame.length);
    }

    private static int lastByte(byte[] bytes) {
        int at = bytes.length - 1;
        while (bytes[at] == 0) {
            at--;
        }
        return at;
    }

    private static void putChecksum(byte[] bytes, int at, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, at + 4, length - 4);
        int value = (int) crc.getValue();
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }
}
