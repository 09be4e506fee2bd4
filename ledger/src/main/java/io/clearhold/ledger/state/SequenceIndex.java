package io.clearhold.ledger.state;

import java.util.Arrays;

/**
 * Where the records of a table begin, by the sequence that made them: records stand in the order of
 * their ids, so the first record at or after a multiple of {@link #PAGE} sequences is all that is
 * needed to find one. Neighbours in time are neighbours here, a quarter of a byte a sequence.
 */
final class SequenceIndex {
    private static final int PAGE_BITS = 4;

    /** Sequences that share an entry. */
    static final int PAGE = 1 << PAGE_BITS;

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

    /** Chunks of a range of sequences in which nothing was made stay away. */
    private int[][] chunks = new int[16][];

    private long lastPage = -1;

    /**
     * A record was made; sequences never go back.
     *
     * @param index of the record, which is how many were made before
     */
    void append(long sequence, int index) {
        long page = sequence >>> PAGE_BITS;
        if (page == lastPage) {
            return;
        }
        int chunk = Math.toIntExact(page >>> CHUNK_BITS);
        if (chunk >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 2));
        }
        if (lastPage >= 0) {
            // Pages without a record of their own begin where the next one that has one does.
            int lastChunk = (int) (lastPage >>> CHUNK_BITS);
            int from = (int) lastPage & CHUNK_MASK;
            int to = lastChunk == chunk ? (int) page & CHUNK_MASK : CHUNK_MASK + 1;
            Arrays.fill(chunks[lastChunk], from + 1, to, index);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new int[1 << CHUNK_BITS];
        }
        Arrays.fill(
                chunks[chunk],
                lastPage >>> CHUNK_BITS == chunk && lastPage >= 0 ? (int) page & CHUNK_MASK : 0,
                ((int) page & CHUNK_MASK) + 1,
                index);
        lastPage = page;
    }

    /** The index of the first record of the page of this sequence, or -1 if it has none. */
    int first(long sequence) {
        long page = sequence >>> PAGE_BITS;
        if (page > lastPage) {
            return -1;
        }
        int[] chunk = chunks[(int) (page >>> CHUNK_BITS)];
        return chunk == null ? -1 : chunk[(int) page & CHUNK_MASK];
    }

    /** The index after the last record of the page of this sequence, given that it has one. */
    int end(long sequence, int size) {
        long next = (sequence >>> PAGE_BITS) + 1;
        if (next > lastPage) {
            return size;
        }
        int[] chunk = chunks[(int) (next >>> CHUNK_BITS)];
        // A record of this page may be the last before a range in which nothing was made.
        return chunk == null ? endOfGap(next) : chunk[(int) next & CHUNK_MASK];
    }

    private int endOfGap(long page) {
        int chunk = (int) (page >>> CHUNK_BITS) + 1;
        while (chunks[chunk] == null) {
            chunk++;
        }
        return chunks[chunk][0];
    }

    long sizeInBytes() {
        long bytes = 8L * chunks.length;
        for (int[] chunk : chunks) {
            bytes += chunk == null ? 0 : 4L * chunk.length;
        }
        return bytes;
    }
}
