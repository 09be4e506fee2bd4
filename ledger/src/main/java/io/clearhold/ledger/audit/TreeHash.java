package io.clearhold.ledger.audit;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962, section 2.1, on SHA-256. Confined to one thread. */
public final class TreeHash {
    public static final int LENGTH = 32;

    /** Levels that a tree of any size has at most. */
    static final int LEVELS = Long.SIZE;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    public TreeHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The root of a tree without leaves. */
    public byte[] empty() {
        return sha256.digest();
    }

    /** The hash of a leaf. */
    public byte[] leaf(byte[] data) {
        sha256.update(LEAF);
        return sha256.digest(data);
    }

    /** The hash of a node, into an array that may be one of its children. */
    public void node(byte[] left, byte[] right, byte[] target) {
        sha256.update(NODE);
        sha256.update(left, 0, LENGTH);
        sha256.update(right, 0, LENGTH);
        try {
            sha256.digest(target, 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }
}
