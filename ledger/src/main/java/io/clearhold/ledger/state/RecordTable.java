package io.clearhold.ledger.state;

import java.io.IOException;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Records of a fixed number of 64-bit words in chunks, so that growth never copies what is there.
 * Word 0 is the identity, which has a column of its own. The first {@code hashedWords} count in the
 * state hash; the rest hold dense indexes, which never do. An index stays valid for the life of its
 * record.
 */
class RecordTable {
    static final int NOT_FOUND = -1;
    static final int IDENTITY = 0;

    /** So many records in a chunk that the largest stays small for the collector. */
    private static final int CHUNK_BITS = 11;

    private static final int CHUNK_RECORDS = 1 << CHUNK_BITS;
    private static final int CHUNK_MASK = CHUNK_RECORDS - 1;

    /** Above this many candidates, halving is quicker than walking. */
    private static final int WALKED = 32;

    private static final long[] WORD_KEYS = wordKeys();

    private final long seed;
    private final int stride;
    private final int hashedStride;
    private final StateHash hash;
    private final SequenceIndex bySequence = new SequenceIndex();
    private final Long2LongHashMap strays = new Long2LongHashMap(16, 0.6f, NOT_FOUND);
    private long[][] chunks = new long[16][];
    private long[][] identities = new long[16][];
    private int size;
    private long highestId;
    private long rememberedId;
    private int rememberedIndex = NOT_FOUND;

    /** The record that was changed last, and where it belongs in the hash. */
    private int placedIndex = NOT_FOUND;

    private long place;

    RecordTable(int tag, int words, int hashedWords, StateHash hash) {
        this.seed = Mix.mix(tag);
        this.stride = words - 1;
        this.hashedStride = hashedWords - 1;
        this.hash = hash;
    }

    /** A new record that can be found by its id. Ids ascend, but for those that come back. */
    final int add(long id) {
        int index = append(id);
        if (Long.compareUnsigned(id, highestId) > 0) {
            bySequence.append(sequenceOf(id), index);
            highestId = id;
        } else {
            strays.put(id, index);
        }
        return index;
    }

    /** A new record that something else leads to. */
    final int append(long identity) {
        int index = size++;
        int chunk = index >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
            identities = Arrays.copyOf(identities, identities.length * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[CHUNK_RECORDS * stride];
            identities[chunk] = new long[CHUNK_RECORDS];
        }
        identities[chunk][index & CHUNK_MASK] = identity;
        // A record that holds nothing is not the same as none.
        hash.change(placeOf(index), 0, 1);
        return index;
    }

    /** The index of a record, or {@link #NOT_FOUND}. */
    public final int find(long id) {
        if (id == rememberedId) {
            return rememberedIndex;
        }
        int index = search(id);
        if (index == NOT_FOUND) {
            return strays.isEmpty() ? NOT_FOUND : (int) strays.get(id);
        }
        rememberedId = id;
        rememberedIndex = index;
        return index;
    }

    public final int size() {
        return size;
    }

    public final long id(int index) {
        return identities[index >>> CHUNK_BITS][index & CHUNK_MASK];
    }

    final long get(int index, int word) {
        return chunks[index >>> CHUNK_BITS][(index & CHUNK_MASK) * stride + word - 1];
    }

    final void set(int index, int word, long value) {
        long[] chunk = chunks[index >>> CHUNK_BITS];
        int at = (index & CHUNK_MASK) * stride + word - 1;
        long before = chunk[at];
        if (before != value) {
            if (word <= hashedStride) {
                hash.change(placeOf(index) + WORD_KEYS[word], before, value);
            }
            chunk[at] = value;
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

    /** Bytes of memory, but for what a few objects' headers take. */
    final long sizeInBytes() {
        long allocated = ((long) size + CHUNK_MASK) >>> CHUNK_BITS;
        return allocated * CHUNK_RECORDS * (stride + 1) * Long.BYTES
                + 16L * chunks.length
                + bySequence.sizeInBytes();
    }

    private long placeOf(int index) {
        if (index != placedIndex) {
            place = Mix.mix(id(index) ^ seed);
            placedIndex = index;
        }
        return place;
    }

    private int search(long id) {
        long sequence = sequenceOf(id);
        int low = bySequence.first(sequence);
        if (low < 0) {
            return NOT_FOUND;
        }
        int high = bySequence.end(sequence, size) - 1;
        while (high - low > WALKED) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(id(middle), id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Where it is if each sequence of the page made one.
        int at = Math.min(low + (int) (sequence & (SequenceIndex.PAGE - 1)), high);
        if (at >= low && id(at) == id) {
            return at;
        }
        for (at = low; at <= high; at++) {
            if (id(at) == id) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    private static long sequenceOf(long id) {
        return io.clearhold.core.id.ObjectId.sequence(id);
    }

    private static long[] wordKeys() {
        long[] keys = new long[64];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Mix.mix(Mix.FIRST * (i + 1));
        }
        return keys;
    }

    /** All records, in the order of their indexes, which stay what they are. */
    final void write(StateOutput out) throws IOException {
        out.put(size);
        out.put(highestId == 0 ? 0 : 1);
        long before = 0;
        for (int index = 0; index < size; index++) {
            long identity = id(index);
            out.put(identity - before);
            before = identity;
            long present = 0;
            for (int word = 1; word <= stride; word++) {
                present |= get(index, word) == 0 ? 0 : 1L << word;
            }
            out.put(present);
            for (long rest = present; rest != 0; rest &= rest - 1) {
                out.put(get(index, Long.numberOfTrailingZeros(rest)));
            }
        }
    }

    /** Fills an empty table; the hash follows by itself. */
    final void read(StateInput in) throws IOException {
        int count = in.takeInt();
        boolean isFound = in.take() != 0;
        long identity = 0;
        for (int i = 0; i < count; i++) {
            identity += in.take();
            int index = isFound ? add(identity) : append(identity);
            for (long rest = in.take(); rest != 0; rest &= rest - 1) {
                set(index, Long.numberOfTrailingZeros(rest), in.take());
            }
        }
    }
}
