package io.clearhold.ledger.audit;

/**
 * The right edge of a growing tree: for each bit of its size the root of a complete subtree. It is
 * all that is needed to append and to tell the root. Confined to one thread.
 */
public final class TreeEdge {
    /** Takes each complete subtree as it comes to be. */
    interface Nodes {
        /**
         * A subtree is complete.
         *
         * @param level 0 for leaves; the subtree has 2 to the power of it
         * @param hash valid during this call only
         */
        void complete(int level, byte[] hash);
    }

    /** Where the nodes of a tree are. */
    interface Source {
        /** Copies the hash of a complete subtree: its level, and its place among those of it. */
        void read(int level, long index, byte[] target);
    }

    static final Nodes NOBODY = (level, hash) -> {};

    private final TreeHash hash = new TreeHash();
    private final byte[][] edge = new byte[TreeHash.LEVELS][TreeHash.LENGTH];
    private final byte[] node = new byte[TreeHash.LENGTH];
    private long size;

    /** The edge of a tree that is stored. */
    static TreeEdge of(long size, Source source) {
        TreeEdge edge = new TreeEdge();
        edge.size = size;
        for (int level = 0; size >> level != 0; level++) {
            if ((size >> level & 1) == 1) {
                source.read(level, (size >> level) - 1, edge.edge[level]);
            }
        }
        return edge;
    }

    public long size() {
        return size;
    }

    /** Appends the hash of a leaf. */
    public void append(byte[] leafHash) {
        append(leafHash, NOBODY);
    }

    void append(byte[] leafHash, Nodes nodes) {
        System.arraycopy(leafHash, 0, node, 0, TreeHash.LENGTH);
        int level = 0;
        nodes.complete(level, node);
        while ((size >> level & 1) == 1) {
            hash.node(edge[level], node, node);
            level++;
            nodes.complete(level, node);
        }
        System.arraycopy(node, 0, edge[level], 0, TreeHash.LENGTH);
        size++;
    }

    /** The root of the tree as it is. */
    public byte[] root() {
        if (size == 0) {
            return hash.empty();
        }
        int level = Long.numberOfTrailingZeros(size);
        byte[] root = edge[level].clone();
        for (level++; size >> level != 0; level++) {
            if ((size >> level & 1) == 1) {
                hash.node(edge[level], root, root);
            }
        }
        return root;
    }
}
