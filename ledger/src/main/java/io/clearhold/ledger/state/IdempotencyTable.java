package io.clearhold.ledger.state;

/**
 * The outcome of every command that came with an idempotency key: 128 bits of hash to the sequence
 * of its frame, kept for the retention time at least. Ages are measured without the sandbox's
 * offset, so that moving the clock forgets no key.
 */
public final class IdempotencyTable {
    /** No command had this key. */
    public static final long UNKNOWN = PairMap.MISSING;

    /**
     * A frame forgets at most this many entries, and brings at most one: the table never lags for
     * long.
     */
    private static final int FORGOTTEN_PER_FRAME = 4;

    private static final int TAG = 11;
    private static final int STRIDE = 3;

    private final PairMap sequences;
    private long[] ages;
    private int mask;
    private int count;
    private int first;

    IdempotencyTable(StateHash hash) {
        sequences = new PairMap(TAG, true, hash, 1 << 12);
        ages = new long[(1 << 12) * STRIDE];
        mask = (1 << 12) - 1;
    }

    /** The sequence of the frame with the outcome, or {@link #UNKNOWN}. */
    public long sequence(long high, long low) {
        return sequences.get(high, low);
    }

    public int size() {
        return sequences.size();
    }

    void remember(long high, long low, long sequence, long plainTimeMs) {
        sequences.put(high, low, sequence);
        if (count > mask) {
            grow();
        }
        int at = ((first + count) & mask) * STRIDE;
        ages[at] = high;
        ages[at + 1] = low;
        ages[at + 2] = plainTimeMs;
        count++;
    }

    void forgetBefore(long plainTimeMs) {
        for (int i = 0; i < FORGOTTEN_PER_FRAME && count > 0; i++) {
            int at = first * STRIDE;
            if (ages[at + 2] >= plainTimeMs) {
                return;
            }
            sequences.remove(ages[at], ages[at + 1]);
            first = (first + 1) & mask;
            count--;
        }
    }

    private void grow() {
        long[] grown = new long[ages.length * 2];
        for (int i = 0; i < count; i++) {
            System.arraycopy(ages, ((first + i) & mask) * STRIDE, grown, i * STRIDE, STRIDE);
        }
        ages = grown;
        mask = mask * 2 + 1;
        first = 0;
    }
}
