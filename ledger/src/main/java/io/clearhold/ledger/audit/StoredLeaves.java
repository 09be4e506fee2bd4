package io.clearhold.ledger.audit;

import io.clearhold.core.port.LedgerProofs.SignedHead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The leaves that a server stored, read once from the first on, beside the frames they belong to.
 * Nobody vouches for them: they only tell where a journal differs, and only if they themselves have
 * the root of a signed head. Confined to one thread.
 */
public final class StoredLeaves implements AutoCloseable {
    private final InputStream leaves;
    private final TreeEdge tree = new TreeEdge();
    private final byte[] stored = new byte[TreeHash.LENGTH];
    private boolean ended;
    private long compared;
    private long firstDifference;
    private String root = "";

    /** Those in the folder of a tree; none if there is no such folder. */
    public StoredLeaves(Path folder) {
        Path file = TreeFiles.path(folder, 0);
        try {
            leaves =
                    Files.exists(file)
                            ? new BufferedInputStream(Files.newInputStream(file), 1 << 16)
                            : InputStream.nullInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Compares the next leaf with that of a frame. */
    void compare(byte[] leaf) {
        compared++;
        if (next() && firstDifference == 0 && !Arrays.equals(stored, leaf)) {
            firstDifference = compared;
        }
    }

    /** Reads on behind the journal's end, up to a head. */
    void readTo(long size) {
        while (tree.size() < size && next()) {
            // The tree grows.
        }
        root = tree.size() == size ? HexFormat.of().formatHex(tree.root()) : "";
    }

    /** Whether the journal differs from them, and they are what a head was signed over. */
    boolean differsUnder(SignedHead head) {
        return firstDifference != 0 && root.equals(head.rootHash());
    }

    /** The first sequence at which the journal has another frame, 0 if there is none. */
    long firstDifference() {
        return firstDifference;
    }

    @Override
    public void close() {
        try {
            leaves.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the stored leaves", e);
        }
    }

    private boolean next() {
        if (ended) {
            return false;
        }
        try {
            ended = leaves.readNBytes(stored, 0, TreeHash.LENGTH) < TreeHash.LENGTH;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stored leaves", e);
        }
        if (!ended) {
            tree.append(stored);
        }
        return !ended;
    }
}
