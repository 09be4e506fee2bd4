package io.clearhold.core.port;

import java.util.List;

/**
 * What outsiders check the ledger by: a Merkle tree over the frames of the journal (RFC 6962),
 * whose leaf number {@code sequence - 1} is the hash of the frame at that sequence, and heads of it
 * that are signed. Hashes are in lower-case hexadecimal. Everything here may block for a read of a
 * file, so nothing of it belongs on an event loop or the writer. Safe for many threads.
 */
public interface LedgerProofs {
    /**
     * A signed statement about the ledger at one sequence.
     *
     * @param journal id of the journal, 32 digits
     * @param sequence of the last frame that it covers; also the number of leaves of the tree
     * @param stateHash of exactly the state after that frame, 32 digits
     * @param rootHash of the tree over these frames, 64 digits
     * @param signedAt RFC 3339, UTC, with milliseconds
     * @param keyId of the key that signed
     * @param signature Ed25519 over the head's text, in base64
     */
    record SignedHead(
            String journal,
            long sequence,
            String stateHash,
            String rootHash,
            String signedAt,
            String keyId,
            String signature) {}

    /**
     * The public half of the key that signs heads.
     *
     * @param publicKey the 32 bytes of RFC 8032 in base64
     */
    record SigningKey(String keyId, String publicKey) {}

    /**
     * Shows that a frame is in the tree.
     *
     * @param path from the leaf to the root
     */
    record Inclusion(
            long sequence, long treeSize, String frameHash, String rootHash, List<String> path) {
        public Inclusion {
            path = List.copyOf(path);
        }
    }

    /** Shows that the tree of {@code to} frames begins with the tree of {@code from} frames. */
    record Consistency(long from, long to, String fromRoot, String toRoot, List<String> path) {
        public Consistency {
            path = List.copyOf(path);
        }
    }

    /** Nothing can be proved at present; the message says why in one sentence. */
    final class NotProvableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotProvableException(String message) {
            super(message);
        }
    }

    SigningKey signingKey();

    /** Frames in the tree. */
    long size();

    /**
     * Waits for a bounded time until the tree holds so many frames.
     *
     * @throws NotProvableException if it does not get there in time
     */
    void awaitSize(long size) throws InterruptedException;

    /**
     * Signs a head of the tree over exactly {@code sequence} frames, which it must hold.
     *
     * @throws NotProvableException also if it would contradict a head that was signed before
     */
    SignedHead sign(long sequence, long stateHashHigh, long stateHashLow);

    /**
     * A head that covers at least {@code sequence}: the newest that was signed if that is enough,
     * else a new one. Waits like {@link #awaitSize}.
     */
    SignedHead headCovering(long sequence) throws InterruptedException;

    /**
     * The path of a frame.
     *
     * @param sequence from 1 to {@code treeSize}
     * @param treeSize up to {@link #size}
     */
    Inclusion inclusion(long sequence, long treeSize);

    /**
     * What shows that the tree only grew.
     *
     * @param from from 1 to {@code to}
     * @param to up to {@link #size}
     */
    Consistency consistency(long from, long to);
}
