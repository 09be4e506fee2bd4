package io.clearhold.ledger.snapshot;

import io.clearhold.ledger.journal.JournalPlace;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.state.LedgerState;
import io.clearhold.ledger.state.StateInput;
import io.clearhold.ledger.state.StateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One snapshot on the disk:
 *
 * <pre>
 * long  "CLHSNAP" and the format, now {@value #FORMAT}
 * …     place in the journal: sequence, checksum of its frame, files with their first sequences
 * …     the state
 * 2 long  the state's hash
 * int   CRC32C of all that came before, little-endian
 * </pre>
 *
 * Written under another name, forced, then named; so a file that has its name is whole, or damaged
 * since.
 */
final class SnapshotFile {
    static final int FORMAT = 1;

    private static final long MAGIC = 0x0050414e53484c43L;
    private static final int CHECKSUM_LENGTH = Integer.BYTES;

    private SnapshotFile() {}

    static void write(Path file, Snapshot snapshot) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel =
                FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            OutputStream stream = Channels.newOutputStream(channel);
            StateOutput out = new StateOutput(stream);
            out.putLong(MAGIC | ((long) FORMAT << 56));
            write(snapshot.place(), out);
            snapshot.machine().write(out);
            LedgerState state = snapshot.machine().state();
            out.putLong(state.hashHigh());
            out.putLong(state.hashLow());
            ByteBuffer checksum =
                    ByteBuffer.allocate(CHECKSUM_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
            checksum.putInt(out.checksum()).flip();
            stream.write(checksum.array());
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder =
                FileChannel.open(
                        java.util.Objects.requireNonNull(file.getParent()),
                        StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Reads a snapshot and checks it: its bytes, its format, and the state that comes of it. */
    static Snapshot read(Path file) throws IOException, SnapshotRefusedException {
        requireWhole(file);
        try (InputStream stream = Files.newInputStream(file)) {
            StateInput in = new StateInput(stream);
            long first = in.takeLong();
            if ((first & ~(0xffL << 56)) != MAGIC) {
                throw new SnapshotRefusedException("it is no snapshot");
            }
            if (first >>> 56 != FORMAT) {
                throw new SnapshotRefusedException(
                        "it has format " + (first >>> 56) + ", and this version reads " + FORMAT);
            }
            JournalPlace place = readPlace(in);
            StateMachine machine = new StateMachine();
            machine.read(in);
            LedgerState state = machine.state();
            boolean same = in.takeLong() == state.hashHigh() && in.takeLong() == state.hashLow();
            if (!same || state.sequence() != place.sequence()) {
                throw new SnapshotRefusedException("its state does not have the hash that it says");
            }
            return new Snapshot(machine, place);
        } catch (RuntimeException e) {
            throw new SnapshotRefusedException("it cannot be read (" + e + ")");
        }
    }

    private static void requireWhole(Path file) throws IOException, SnapshotRefusedException {
        CRC32C crc = new CRC32C();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long left = channel.size() - CHECKSUM_LENGTH;
            ByteBuffer buffer = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
            while (left > 0) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                int read = channel.read(buffer);
                if (read < 0) {
                    throw new SnapshotRefusedException("it became shorter while it was read");
                }
                left -= read;
                crc.update(buffer.flip());
            }
            buffer.clear().limit(CHECKSUM_LENGTH);
            boolean stored = left == 0 && channel.read(buffer) == CHECKSUM_LENGTH;
            if (!stored || buffer.getInt(0) != (int) crc.getValue()) {
                throw new SnapshotRefusedException("its bytes are damaged");
            }
        }
    }

    private static void write(JournalPlace place, StateOutput out) throws IOException {
        out.put(place.sequence());
        out.put(place.checksum());
        out.put(place.cycles().size());
        for (JournalPlace.Cycle cycle : place.cycles()) {
            out.put(cycle.number());
            out.put(cycle.firstSequence());
        }
    }

    private static JournalPlace readPlace(StateInput in) throws IOException {
        long sequence = in.take();
        int checksum = in.takeInt();
        List<JournalPlace.Cycle> cycles = new ArrayList<>();
        for (int count = in.takeInt(); count > 0; count--) {
            int number = in.takeInt();
            cycles.add(new JournalPlace.Cycle(number, in.take()));
        }
        return new JournalPlace(sequence, checksum, cycles);
    }
}
