package io.clearhold.ledger.state;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Records of a fixed number of 64-bit words in chunks, so that growth never copies what is there.
 * Word 0 is the identity. The first {@code hashedWords} count in the state hash; the rest hold
 * dense indexes, which never do. An index stays valid for the life of its record.
 */
class RecordTable {
    static final int NOT_FOUND = -1;
    static final int IDENTITY = 0;

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_RECORDS = 1 << CHUNK_BITS;
    private static final int CHUNK_MASK = CHUNK_RECORDS - 1;

    private final int tag;
    private final int words;
    private final int hashedWords;
    private final StateHash hash;
    private final Long2LongHashMap indexById = new Long2LongHashMap(1 << 12, 0.6f, NOT_FOUND);
    private long[][] chunks = new long[16][];
    private int size;

    RecordTable(int tag, int words, int hashedWords, StateHash hash) {
        this.tag = tag;
        this.words = words;
        this.hashedWords = hashedWords;
        this.hash = hash;
    }

    /** A new record that can be found by its id. */
    final int add(long id) {
        int index = append(id);
        indexById.put(id, index);
        return index;
    }

    /** A new record that something else leads to. */
    final int append(long identity) {
        int index = size++;
        int chunk = index >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[CHUNK_RECORDS * words];
        }
        set(index, IDENTITY, identity);
        return index;
    }

    /** The index of a record, or {@link #NOT_FOUND}. */
    public final int find(long id) {
        return (int) indexById.get(id);
    }

    public final int size() {
        return size;
    }

    public final long id(int index) {
        return get(index, IDENTITY);
    }

    final long get(int index, int word) {
        return chunks[index >>> CHUNK_BITS][(index & CHUNK_MASK) * words + word];
    }

    final void set(int index, int word, long value) {
        long[] chunk = chunks[index >>> CHUNK_BITS];
        int base = (index & CHUNK_MASK) * words;
        long before = chunk[base + word];
        if (before != value) {
            if (word < hashedWords) {
                long identity = word == IDENTITY ? value : chunk[base];
                hash.change(StateHash.place(tag, identity, word), before, value);
            }
            chunk[base + word] = value;
        }
    }

    /** {@code bits} bits of a word, from {@code shift} on. */
    final int getBits(int index, int word, int shift, int bits) {
        return (int) ((get(index, word) >>> shift) & ((1L << bits) - 1));
    }

    final void setBits(int index, int word, int shift, int bits, int value) {
        long mask = ((1L << bits) - 1) << shift;
        set(index, word, (get(index, word) & ~mask) | (((long) value << shift) & mask));
    }
}
