package io.clearhold.ledger.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The highest sequence that a sync has covered, in a small mapped file beside the journal. It is
 * written after each sync and never forced: whatever it says was true, and after a power cut it may
 * only say less. Two copies, so that a torn write shows.
 */
final class SyncedMark implements AutoCloseable {
    private static final int LENGTH = 16;

    private final FileChannel channel;
    private final MappedByteBuffer mapped;

    SyncedMark(Path file) {
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, LENGTH);
            mapped.order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    /** The mark in a file that is left alone, 0 if there is none or its copies differ. */
    static long peek(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            return bytes.capacity() == LENGTH ? read(bytes) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The mark, 0 if there is none or its copies differ. */
    long read() {
        return read(mapped);
    }

    private static long read(ByteBuffer bytes) {
        long first = bytes.getLong(0);
        return first == ~bytes.getLong(8) ? first : 0;
    }

    void write(long sequence) {
        mapped.putLong(0, sequence);
        mapped.putLong(8, ~sequence);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
