package io.clearhold.ledger.engine;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many values fell into which range. One thread records, which costs it a few plain writes;
 * anybody reads, a little late.
 */
public final class Distribution {
    private final long[] bounds;

    /** One for each bound, and one for what lies above them all. */
    private final AtomicLongArray counts;

    private volatile long sum;

    /**
     * Nothing recorded yet.
     *
     * @param bounds upper ends of the ranges, each included, ascending
     */
    Distribution(long... bounds) {
        this.bounds = bounds.clone();
        this.counts = new AtomicLongArray(bounds.length + 1);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void record(long value) {
        int range = 0;
        while (range < bounds.length && value > bounds[range]) {
            range++;
        }
        counts.lazySet(range, counts.getPlain(range) + 1);
        sum += value;
    }

    /** The upper ends of the ranges but the last, which has none. */
    public long[] bounds() {
        return bounds.clone();
    }

    /** How many values each range has. */
    public long[] counts() {
        long[] copy = new long[counts.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = counts.get(i);
        }
        return copy;
    }

    /** Of all values. */
    public long sum() {
        return sum;
    }
}
