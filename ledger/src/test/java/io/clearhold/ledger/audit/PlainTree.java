package io.clearhold.ledger.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962, section 2.1, and RFC 9162, sections 2.1.3.2 and 2.1.4.2, word for word. */
final class PlainTree {
    private PlainTree() {}

    /** MTH. */
    static byte[] root(List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return sha256();
        }
        if (n == 1) {
            return sha256(new byte[] {0}, leaves.getFirst());
        }
        int k = Integer.highestOneBit(n - 1);
        return node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    /** PATH. */
    static List<byte[]> path(int m, List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return new ArrayList<>();
        }
        int k = Integer.highestOneBit(n - 1);
        List<byte[]> path =
                m < k ? path(m, leaves.subList(0, k)) : path(m - k, leaves.subList(k, n));
        path.add(root(m < k ? leaves.subList(k, n) : leaves.subList(0, k)));
        return path;
    }

    /** PROOF. */
    static List<byte[]> proof(int m, List<byte[]> leaves) {
        return subproof(m, leaves, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean known) {
        int n = leaves.size();
        List<byte[]> proof;
        if (m == n) {
            proof = new ArrayList<>();
            if (!known) {
                proof.add(root(leaves));
            }
            return proof;
        }
        int k = Integer.highestOneBit(n - 1);
        if (m <= k) {
            proof = subproof(m, leaves.subList(0, k), known);
            proof.add(root(leaves.subList(k, n)));
        } else {
            proof = subproof(m - k, leaves.subList(k, n), false);
            proof.add(root(leaves.subList(0, k)));
        }
        return proof;
    }

    /** The root that an inclusion path leads to; empty if it has the wrong length. */
    static byte[] climb(byte[] leafHash, long leaf, long size, List<byte[]> path) {
        long fn = leaf;
        long sn = size - 1;
        byte[] r = leafHash;
        for (byte[] p : path) {
            if (sn == 0) {
                return new byte[0];
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? r : new byte[0];
    }

    static byte[] leaf(byte[] data) {
        return sha256(new byte[] {0}, data);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
