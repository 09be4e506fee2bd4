package io.clearhold.ledger.state;

import java.io.IOException;
import java.util.Arrays;

/**
 * Two longs to one, open addressing with linear probing and backward-shift deletion. Values are
 * never {@link #MISSING}. When given a hash, its entries count in the state hash.
 */
final class PairMap {
    static final long MISSING = -1;

    private static final int STRIDE = 3;

    private final int tag;
    private final boolean hashed;
    private final StateHash hash;
    private long[] slots;
    private int mask;
    private int size;

    PairMap(int tag, boolean hashed, StateHash hash, int initialCapacity) {
        this.tag = tag;
        this.hashed = hashed;
        this.hash = hash;
        int capacity = Integer.highestOneBit(Math.max(16, initialCapacity) * 2 - 1);
        slots = empty(capacity);
        mask = capacity - 1;
    }

    long get(long high, long low) {
        int slot = find(high, low);
        return slots[slot * STRIDE + 2];
    }

    void put(long high, long low, long value) {
        if (size * 5L >= (mask + 1) * 3L) {
            grow();
        }
        int at = find(high, low) * STRIDE;
        long before = slots[at + 2];
        if (before == MISSING) {
            size++;
        }
        slots[at] = high;
        slots[at + 1] = low;
        slots[at + 2] = value;
        count(high, low, before, value);
    }

    void remove(long high, long low) {
        int hole = find(high, low);
        long before = slots[hole * STRIDE + 2];
        if (before == MISSING) {
            return;
        }
        count(high, low, before, MISSING);
        size--;
        int next = hole;
        while (true) {
            next = (next + 1) & mask;
            int at = next * STRIDE;
            if (slots[at + 2] == MISSING) {
                break;
            }
            int home = home(slots[at], slots[at + 1]);
            boolean staysReachable = ((next - home) & mask) < ((next - hole) & mask);
            if (!staysReachable) {
                System.arraycopy(slots, at, slots, hole * STRIDE, STRIDE);
                hole = next;
            }
        }
        slots[hole * STRIDE + 2] = MISSING;
    }

    int size() {
        return size;
    }

    long sizeInBytes() {
        return 8L * slots.length;
    }

    private void count(long high, long low, long before, long after) {
        if (hashed) {
            long place = StateHash.place(tag, Mix.mix(high, low), 0);
            // Sequences, ids and indexes start at 0 or 1; one more keeps 0 for absent.
            hash.change(place, before + 1, after + 1);
        }
    }

    private int find(long high, long low) {
        int slot = home(high, low);
        while (true) {
            int at = slot * STRIDE;
            if (slots[at + 2] == MISSING || (slots[at] == high && slots[at + 1] == low)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    private int home(long high, long low) {
        return (int) Mix.mix(high, low) & mask;
    }

    private void grow() {
        long[] old = slots;
        slots = empty((mask + 1) * 2);
        mask = mask * 2 + 1;
        for (int at = 0; at < old.length; at += STRIDE) {
            if (old[at + 2] != MISSING) {
                System.arraycopy(old, at, slots, find(old[at], old[at + 1]) * STRIDE, STRIDE);
            }
        }
    }

    private static long[] empty(int capacity) {
        long[] slots = new long[Math.multiplyExact(capacity, STRIDE)];
        Arrays.fill(slots, MISSING);
        return slots;
    }

    void write(StateOutput out) throws IOException {
        out.put(size);
        for (int at = 0; at < slots.length; at += STRIDE) {
            if (slots[at + 2] != MISSING) {
                out.putLong(slots[at]);
                out.putLong(slots[at + 1]);
                out.put(slots[at + 2]);
            }
        }
    }

    void read(StateInput in) throws IOException {
        for (int count = in.takeInt(); count > 0; count--) {
            long high = in.takeLong();
            long low = in.takeLong();
            put(high, low, in.take());
        }
    }
}
