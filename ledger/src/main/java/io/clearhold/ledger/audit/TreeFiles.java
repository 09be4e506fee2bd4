package io.clearhold.ledger.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree on disk: a file of hashes for each level, so that the root at any size and any proof
 * need few reads, and memory does not grow with the tree. One thread appends; any number read what
 * {@link #size} says is there.
 */
final class TreeFiles implements TreeEdge.Source, AutoCloseable {
    /** Leaves that are gathered before they are written. */
    static final int BATCH = 1_024;

    /** The hashes of one level that are not in its file yet. */
    private static final class Pending {
        final LevelFile file;
        final byte[] hashes;
        long first;
        int count;

        Pending(LevelFile file, int limit, long first) {
            this.file = file;
            this.hashes = new byte[limit * TreeHash.LENGTH];
            this.first = first;
        }
    }

    private final Path folder;
    private final List<Pending> levels = new ArrayList<>();
    private final TreeEdge edge;

    /** What readers use; grows at the end, replaced as a whole. */
    private volatile List<LevelFile> files = List.of();

    private volatile long size;

    /**
     * Opens the tree in a folder. What the files do not hold completely, or what lies above {@code
     * atMost}, is cut off: it is made again from the journal.
     *
     * @param atMost leaves that are known to be on the disk
     */
    TreeFiles(Path folder, long atMost) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        long whole = wholeLeaves(folder, atMost);
        for (int level = 0; level < TreeHash.LEVELS; level++) {
            if (whole >> level == 0) {
                Files.deleteIfExists(path(level));
            } else {
                open(level, whole >> level).truncate(whole >> level);
            }
        }
        size = whole;
        edge = TreeEdge.of(whole, this);
    }

    /** Leaves that readers may ask for. */
    long size() {
        return size;
    }

    /** Appends the hash of a leaf; it can be read after {@link #flush}. */
    void append(byte[] leafHash) throws IOException {
        edge.append(leafHash, this::gather);
        if (levels.getFirst().count == BATCH) {
            flush();
        }
    }

    /** Leaves that were appended, flushed or not. */
    long appended() {
        return edge.size();
    }

    /** Makes everything appended so far readable. */
    void flush() throws IOException {
        for (Pending level : levels) {
            if (level.count > 0) {
                level.file.write(level.first, level.hashes, level.count);
                level.first += level.count;
                level.count = 0;
            }
        }
        size = edge.size();
    }

    /** Returns when everything that was flushed is on the disk. */
    void force() throws IOException {
        for (LevelFile file : files) {
            file.force();
        }
    }

    @Override
    public void read(int level, long index, byte[] target) {
        files.get(level).read(index, target);
    }

    @Override
    public void close() throws IOException {
        for (LevelFile file : files) {
            file.close();
        }
    }

    private void gather(int level, byte[] hash) {
        if (level == levels.size()) {
            open(level, 0);
        }
        Pending pending = levels.get(level);
        System.arraycopy(hash, 0, pending.hashes, pending.count * TreeHash.LENGTH, TreeHash.LENGTH);
        pending.count++;
    }

    private LevelFile open(int level, long count) {
        try {
            LevelFile file = new LevelFile(path(level));
            // Between two flushes a level gets half as many as the one below it, rounded up.
            levels.add(new Pending(file, (BATCH >> level) + 1, count));
            List<LevelFile> more = new ArrayList<>(files);
            more.add(file);
            files = List.copyOf(more);
            return file;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot open " + path(level), e);
        }
    }

    private Path path(int level) {
        return path(folder, level);
    }

    /** Where the hashes of a level are. */
    static Path path(Path folder, int level) {
        return folder.resolve("level-%02d".formatted(level));
    }

    /** How many leaves all levels agree to hold. */
    private static long wholeLeaves(Path folder, long atMost) throws IOException {
        long leaves = Math.max(atMost, 0);
        for (int level = 0; leaves >> level != 0; level++) {
            Path path = path(folder, level);
            long count = Files.exists(path) ? Files.size(path) / TreeHash.LENGTH : 0;
            if (count < leaves >> level) {
                leaves = ((count + 1) << level) - 1;
            }
        }
        return leaves;
    }
}
