package io.clearhold.ledger.state;

import java.io.IOException;
import java.util.Arrays;

/**
 * The outcome of every command that came with an idempotency key: 128 bits of hash to the sequence
 * of its frame, kept for the retention time at least. They stand in blocks in the order in which
 * they came, and are forgotten a block at a time. Ages are measured without the sandbox's offset
 * and without the steps of log time that an operator accepted, so that moving the clock forgets no
 * key.
 */
public final class IdempotencyTable {
    /** No command had this key. */
    public static final long UNKNOWN = -1;

    /** Keys that are forgotten together, once the last of them is old enough. */
    static final int BLOCK = 256;

    private static final int BLOCK_BITS = 8;
    private static final int STRIDE = 3;
    private static final int TAG = 11;

    /** Positions count on and wrap; far fewer are alive at a time. */
    private static final int POSITION_MASK = Integer.MAX_VALUE;

    private static final class Block {
        final long[] entries = new long[BLOCK * STRIDE];
        long lastTimeMs;
        long hashHigh;
        long hashLow;
    }

    private final class Index extends HashIndex {
        @Override
        boolean matches(int position, long high, long low) {
            if (!isLive(position)) {
                return false;
            }
            long[] entries = blockOf(position).entries;
            int at = (position & (BLOCK - 1)) * STRIDE;
            return entries[at] == high && entries[at + 1] == low;
        }

        @Override
        boolean isLive(int position) {
            return ((position - (int) first) & POSITION_MASK) < next - first;
        }
    }

    private final StateHash hash;
    private final Index index = new Index();
    private Block[] blocks = new Block[16];
    private long first;
    private long next;

    IdempotencyTable(StateHash hash) {
        this.hash = hash;
    }

    /** The sequence of the frame with the outcome, or {@link #UNKNOWN}. */
    public long sequence(long high, long low) {
        int position = index.find(high, low);
        return position == HashIndex.NONE
                ? UNKNOWN
                : blockOf(position).entries[(position & (BLOCK - 1)) * STRIDE + 2];
    }

    public int size() {
        return (int) (next - first);
    }

    /**
     * @param timeMs may go back a little: a step that was accepted can turn out shorter
     */
    void remember(long high, long low, long sequence, long timeMs) {
        Block block = blockFor(next);
        int at = ((int) next & (BLOCK - 1)) * STRIDE;
        block.entries[at] = high;
        block.entries[at + 1] = low;
        block.entries[at + 2] = sequence;
        block.lastTimeMs = Math.max(block.lastTimeMs, timeMs);
        long highBefore = hash.high();
        long lowBefore = hash.low();
        hash.change(StateHash.place(TAG, Mix.mix(high, low), 0), 0, sequence);
        block.hashHigh += hash.high() - highBefore;
        block.hashLow += hash.low() - lowBefore;
        index.insert(high, low, (int) next & POSITION_MASK);
        next++;
    }

    /** Forgets the oldest block if all of it is older, full or not. */
    void forgetBefore(long timeMs) {
        if (next > first) {
            Block block = blockOf((int) first);
            if (block.lastTimeMs < timeMs) {
                hash.add(-block.hashHigh, -block.hashLow);
                first += BLOCK;
                next = Math.max(next, first);
            }
        }
    }

    long sizeInBytes() {
        long used = (next - first + BLOCK - 1) / BLOCK;
        return used * (BLOCK * STRIDE * 8L + 64) + 8L * blocks.length + index.sizeInBytes();
    }

    private Block blockOf(int position) {
        return blocks[(position >>> BLOCK_BITS) & (blocks.length - 1)];
    }

    private Block blockFor(long position) {
        int used = (int) ((position >>> BLOCK_BITS) - (first >>> BLOCK_BITS));
        if (used == blocks.length) {
            grow();
        }
        int at = (int) (position >>> BLOCK_BITS) & (blocks.length - 1);
        boolean begins = (position & (BLOCK - 1)) == 0;
        if (begins) {
            // A block that was forgotten is used again.
            Block block = blocks[at] == null ? new Block() : blocks[at];
            Arrays.fill(block.entries, 0);
            block.hashHigh = 0;
            block.hashLow = 0;
            block.lastTimeMs = Long.MIN_VALUE;
            blocks[at] = block;
        }
        return blocks[at];
    }

    private void grow() {
        Block[] grown = new Block[blocks.length * 2];
        long firstBlock = first >>> BLOCK_BITS;
        for (int i = 0; i < blocks.length; i++) {
            grown[(int) (firstBlock + i) & (grown.length - 1)] =
                    blocks[(int) (firstBlock + i) & (blocks.length - 1)];
        }
        blocks = grown;
    }

    void write(StateOutput out) throws IOException {
        out.put(first);
        out.put(next - first);
        for (long position = first; position < next; position++) {
            Block block = blockOf((int) position);
            int at = ((int) position & (BLOCK - 1)) * STRIDE;
            out.putLong(block.entries[at]);
            out.putLong(block.entries[at + 1]);
            out.put(block.entries[at + 2]);
            out.put(block.lastTimeMs);
        }
    }

    void read(StateInput in) throws IOException {
        first = in.take();
        next = first;
        for (long count = in.take(); count > 0; count--) {
            long high = in.takeLong();
            long low = in.takeLong();
            long sequence = in.take();
            remember(high, low, sequence, in.take());
        }
    }
}
