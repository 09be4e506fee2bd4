package io.clearhold.ledger.state;

import java.util.Arrays;

/**
 * Finds entries, which stand elsewhere, by 128 bits: 8 bytes an entry (32 bits of hash, 32 bits of
 * position) in segments of open addressing. A segment grows by a quarter and in the end splits in
 * two, so that growth never stops the writer for longer than one segment takes.
 */
abstract class HashIndex {
    static final int NONE = -1;

    private static final int SMALLEST_SEGMENT = 16;
    private static final int LARGEST_SEGMENT = 4096;

    /** Bits of the hash that choose within a segment; those above choose the segment. */
    private static final int HOME_BITS = 12;

    private static final int DEEPEST = 32 - HOME_BITS;

    private static final class Segment {
        final int depth;
        long[] slots;
        int size;

        Segment(int depth, int capacity) {
            this.depth = depth;
            this.slots = new long[capacity];
        }
    }

    /** By the first {@link #depth} bits of the hash. */
    private Segment[] directory = {new Segment(0, SMALLEST_SEGMENT)};

    private int depth;

    /** Whether the entry at a position is the one with these bits, and counts. */
    abstract boolean matches(int position, long high, long low);

    /** Whether the entry at a position still counts; one that does not may be dropped. */
    abstract boolean isLive(int position);

    /** The position of an entry, or {@link #NONE}. */
    final int find(long high, long low) {
        int tag = tag(high, low);
        long[] slots = segment(tag).slots;
        int at = home(tag, slots.length);
        while (slots[at] != 0) {
            if ((int) (slots[at] >>> 32) == tag) {
                int position = (int) slots[at] - 1;
                if (matches(position, high, low)) {
                    return position;
                }
            }
            at = at + 1 == slots.length ? 0 : at + 1;
        }
        return NONE;
    }

    /** Adds an entry that is not there. Positions are not negative. */
    final void insert(long high, long low, int position) {
        int tag = tag(high, low);
        Segment segment = segment(tag);
        while ((segment.size + 1) * 4 > segment.slots.length * 3) {
            makeRoom(segment, tag);
            segment = segment(tag);
        }
        put(segment, ((long) tag << 32) | (position + 1));
    }

    /** Takes an entry out; does nothing if it is not there. */
    final void remove(long high, long low) {
        int tag = tag(high, low);
        Segment segment = segment(tag);
        long[] slots = segment.slots;
        int hole = home(tag, slots.length);
        while (slots[hole] != 0 && !isAt(slots[hole], tag, high, low)) {
            hole = hole + 1 == slots.length ? 0 : hole + 1;
        }
        if (slots[hole] == 0) {
            return;
        }
        segment.size--;
        int next = hole;
        while (true) {
            next = next + 1 == slots.length ? 0 : next + 1;
            if (slots[next] == 0) {
                break;
            }
            int home = home((int) (slots[next] >>> 32), slots.length);
            boolean staysReachable =
                    distance(home, next, slots.length) < distance(hole, next, slots.length);
            if (!staysReachable) {
                slots[hole] = slots[next];
                hole = next;
            }
        }
        slots[hole] = 0;
    }

    final long sizeInBytes() {
        long bytes = 8L * directory.length;
        for (int i = 0; i < directory.length; i++) {
            boolean counted = i > 0 && directory[i] == directory[i - 1];
            bytes += counted ? 0 : 40L + 8L * directory[i].slots.length;
        }
        return bytes;
    }

    private boolean isAt(long slot, int tag, long high, long low) {
        return (int) (slot >>> 32) == tag && matches((int) slot - 1, high, low);
    }

    private Segment segment(int tag) {
        return directory[(int) ((tag & 0xffffffffL) >>> (32 - depth))];
    }

    private void makeRoom(Segment segment, int tag) {
        long[] live = new long[segment.size];
        int count = 0;
        for (long slot : segment.slots) {
            if (slot != 0 && isLive((int) slot - 1)) {
                live[count++] = slot;
            }
        }
        int capacity = capacityFor(count);
        if (capacity <= LARGEST_SEGMENT || segment.depth == DEEPEST) {
            segment.slots = new long[capacity];
            segment.size = 0;
            for (int i = 0; i < count; i++) {
                put(segment, live[i]);
            }
        } else {
            split(segment, tag, live, count);
        }
    }

    private void split(Segment segment, int tag, long[] live, int count) {
        if (segment.depth == depth) {
            Segment[] doubled = new Segment[directory.length * 2];
            for (int i = 0; i < doubled.length; i++) {
                doubled[i] = directory[i >>> 1];
            }
            directory = doubled;
            depth++;
        }
        int bit = 31 - segment.depth;
        int ones = 0;
        for (int i = 0; i < count; i++) {
            ones += (int) (live[i] >>> 32 >>> bit) & 1;
        }
        Segment zero = new Segment(segment.depth + 1, capacityFor(count - ones));
        Segment one = new Segment(segment.depth + 1, capacityFor(ones));
        for (int i = 0; i < count; i++) {
            put(((live[i] >>> 32 >>> bit) & 1) == 0 ? zero : one, live[i]);
        }
        int width = 1 << (depth - segment.depth);
        int from = (int) ((tag & 0xffffffffL) >>> (32 - depth)) & -width;
        Arrays.fill(directory, from, from + width / 2, zero);
        Arrays.fill(directory, from + width / 2, from + width, one);
    }

    /** Room for a quarter more than there is, at most three quarters full. */
    private static int capacityFor(int count) {
        return Math.max(SMALLEST_SEGMENT, (count * 5 + 2) / 3);
    }

    private static void put(Segment segment, long slot) {
        long[] slots = segment.slots;
        int at = home((int) (slot >>> 32), slots.length);
        while (slots[at] != 0) {
            at = at + 1 == slots.length ? 0 : at + 1;
        }
        slots[at] = slot;
        segment.size++;
    }

    private static int home(int tag, int capacity) {
        return ((tag & ((1 << HOME_BITS) - 1)) * capacity) >>> HOME_BITS;
    }

    private static int distance(int from, int to, int capacity) {
        return to >= from ? to - from : to - from + capacity;
    }

    private static int tag(long high, long low) {
        return (int) (Mix.fold(high ^ Mix.FIRST, low ^ Mix.SECOND) >>> 16);
    }
}
