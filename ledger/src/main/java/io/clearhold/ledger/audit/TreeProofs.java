package io.clearhold.ledger.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Roots and proofs of a stored tree at any size that it has had (RFC 6962, sections 2.1.1 and
 * 2.1.2). Each takes a number of reads that grows with the logarithm of the size. Confined to one
 * thread.
 */
final class TreeProofs {
    private final TreeHash hash = new TreeHash();
    private final TreeEdge.Source source;

    TreeProofs(TreeEdge.Source source) {
        this.source = source;
    }

    /** The root over the first {@code size} leaves. */
    byte[] root(long size) {
        return size == 0 ? hash.empty() : range(0, size);
    }

    /** The path from a leaf to the root over {@code size} leaves, nearest to the leaf first. */
    List<byte[]> inclusion(long leaf, long size) {
        requireWithin(leaf + 1, size);
        List<byte[]> fromRoot = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (leaf < middle) {
                fromRoot.add(range(middle, to));
                to = middle;
            } else {
                fromRoot.add(range(from, middle));
                from = middle;
            }
        }
        Collections.reverse(fromRoot);
        return fromRoot;
    }

    /** What shows that the tree of {@code size} leaves begins with that of {@code earlier}. */
    List<byte[]> consistency(long earlier, long size) {
        requireWithin(earlier, size);
        List<byte[]> fromRoot = new ArrayList<>();
        long from = 0;
        long to = size;
        while (earlier != to) {
            long middle = from + split(to - from);
            if (earlier <= middle) {
                fromRoot.add(range(middle, to));
                to = middle;
            } else {
                fromRoot.add(range(from, middle));
                from = middle;
            }
        }
        // The root of the earlier tree is known to who asks.
        if (from != 0) {
            fromRoot.add(range(from, to));
        }
        Collections.reverse(fromRoot);
        return fromRoot;
    }

    /** The hash over leaves {@code from} to {@code to}, of which only the right end is ragged. */
    private byte[] range(long from, long to) {
        long at = to;
        byte[] right = new byte[TreeHash.LENGTH];
        byte[] left = new byte[TreeHash.LENGTH];
        boolean first = true;
        // From the smallest complete subtree, which is the rightmost, to the largest.
        while (at > from) {
            int level = Long.numberOfTrailingZeros(at - from);
            long start = at - (1L << level);
            if (first) {
                source.read(level, start >> level, right);
                first = false;
            } else {
                source.read(level, start >> level, left);
                hash.node(left, right, right);
            }
            at = start;
        }
        return right;
    }

    /** The largest power of two below a number above 1. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    private static void requireWithin(long leaves, long size) {
        if (leaves < 1 || leaves > size) {
            throw new IllegalArgumentException(leaves + " leaves of " + size);
        }
    }
}
