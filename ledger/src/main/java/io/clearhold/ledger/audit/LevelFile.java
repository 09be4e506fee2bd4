package io.clearhold.ledger.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The hashes of one level of the tree, one after the other. Safe for many threads. It is no
 * channel, because an interrupted reader would close that for everybody.
 */
final class LevelFile implements AutoCloseable {
    private final Path path;
    private final RandomAccessFile file;
    private boolean dirty;

    LevelFile(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    synchronized void read(long index, byte[] target) {
        try {
            file.seek(index * TreeHash.LENGTH);
            file.readFully(target, 0, TreeHash.LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read hash " + index + " of " + path, e);
        }
    }

    synchronized void write(long index, byte[] hashes, int count) throws IOException {
        file.seek(index * TreeHash.LENGTH);
        file.write(hashes, 0, count * TreeHash.LENGTH);
        dirty = true;
    }

    synchronized void truncate(long count) throws IOException {
        file.setLength(count * TreeHash.LENGTH);
        dirty = true;
    }

    /** Returns when what was written is on the disk. */
    synchronized void force() throws IOException {
        if (dirty) {
            file.getFD().sync();
            dirty = false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
