package io.clearhold.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.fixture.MachineFixture;
import io.clearhold.ledger.fixture.RandomCommands;
import io.clearhold.ledger.replay.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Journals with real frames in them, and ways to damage them. */
final class JournalFixture {
    /** 2027-01-15T08:00Z, the fixture's time; a file a day. */
    static final long START_MS = MachineFixture.START_MS;

    private static final int READ_LENGTH = 512 * 1024;

    private JournalFixture() {}

    /** At least {@code count} frames of a random history. */
    static List<byte[]> frames(int count, Random random) {
        MachineFixture ledger = new MachineFixture().withoutChecks();
        RandomCommands commands = new RandomCommands(ledger, random);
        while (ledger.frames().size() < count) {
            for (int i = 0; i < 50; i++) {
                commands.step();
            }
        }
        return ledger.frames().subList(0, count);
    }

    static JournalRecovery.Recovered open(Path folder, Replay replay) {
        return new JournalRecovery(folder).open(0, replay);
    }

    /** Appends and syncs each frame, {@code stepMs} apart, and closes. */
    static void write(Path folder, List<byte[]> frames, long stepMs) {
        try (ChronicleJournal journal = open(folder, new Replay(false)).journal()) {
            append(journal, frames, stepMs);
        }
    }

    static void append(ChronicleJournal journal, List<byte[]> frames, long stepMs) {
        Frame frame = new Frame();
        for (byte[] bytes : frames) {
            load(frame, bytes);
            journal.append(frame, START_MS + frame.sequence() * stepMs);
            journal.sync();
        }
    }

    static void load(Frame frame, byte[] bytes) {
        frame.buffer().putBytes(0, bytes);
        assertThat(frame.load(bytes.length)).isTrue();
    }

    /** As after a power cut: the mark says less than was synced. */
    static void lowerMark(Path folder, long sequence) {
        try (SyncedMark mark = new SyncedMark(folder.resolve("synced.mark"))) {
            mark.write(sequence);
        }
    }

    /** The same frames, but none claims that anything before it was synced. */
    static List<byte[]> withoutMarks(List<byte[]> frames) {
        List<byte[]> plain = new ArrayList<>();
        Frame frame = new Frame();
        for (byte[] bytes : frames) {
            load(frame, bytes);
            frame.end(0, 0);
            byte[] copy = new byte[frame.length()];
            frame.buffer().getBytes(0, copy);
            plain.add(copy);
        }
        return plain;
    }

    static Path file(Path folder) {
        List<Path> files = QueueFiles.list(folder);
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    /** All of a file that these tests fill; the rest is zeros. */
    static byte[] read(Path file) {
        try (var input = Files.newInputStream(file)) {
            return input.readNBytes(READ_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes over the start of a file. */
    static void write(Path file, byte[] bytes) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void truncate(Path file, long length) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the bytes of a frame stand in a file. */
    static int offsetOf(byte[] file, byte[] frame) {
        for (int at = 0; at <= file.length - frame.length; at++) {
            int i = 0;
            while (i < frame.length && file[at + i] == frame[i]) {
                i++;
            }
            if (i == frame.length) {
                return at;
            }
        }
        throw new AssertionError("the frame is not in the file");
    }
}
