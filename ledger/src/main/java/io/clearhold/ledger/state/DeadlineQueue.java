package io.clearhold.ledger.state;

import java.io.IOException;
import java.util.Arrays;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * All deadlines, fired in the order of (time, object), so that two that are due together fire in
 * the order of their ids, live and in replay. It is an index over times that records hold, and so
 * counts in no hash. A handle stays valid until it is cancelled.
 *
 * <p>What is far away waits in lists, one for each second or so, where setting and cancelling cost
 * the same however many there are. A list becomes a heap when its time comes.
 */
public final class DeadlineQueue {
    /** No deadline. */
    static final int NO_HANDLE = 0;

    /** A bucket is 1024 ms. */
    private static final int BUCKET_BITS = 10;

    /** A group is 4096 buckets, a little more than an hour. */
    private static final int GROUP_BITS = 12;

    private static final int GROUP_MASK = (1 << GROUP_BITS) - 1;

    /** The lists of one group by their first handle, and how many handles they have. */
    private static final class Group {
        final int[] heads = new int[1 << GROUP_BITS];
        int size;
    }

    private final DeadlineEntries entries = new DeadlineEntries();
    private final Long2ObjectHashMap<Group> groups = new Long2ObjectHashMap<>();

    /** Numbers of the groups, ascending. */
    private long[] groupNumbers = new long[16];

    private int groupCount;

    /** Every deadline up to this bucket is in the heap, every other in a list. */
    private long nearBucket = -1;

    private int[] heap = new int[1024];
    private int heapSize;
    private int size;

    /**
     * Sets, moves or (with time 0) cancels the deadline behind {@code handle}; returns the handle
     * to keep.
     */
    int schedule(int handle, long object, long timeMs) {
        if (handle != NO_HANDLE) {
            if (entries.time(handle) == timeMs) {
                return handle;
            }
            remove(handle);
        }
        if (timeMs == 0) {
            if (handle != NO_HANDLE) {
                entries.release(handle);
            }
            return NO_HANDLE;
        }
        int used = handle != NO_HANDLE ? handle : entries.allocate();
        entries.set(used, object, timeMs);
        if (bucket(timeMs) <= nearBucket) {
            push(used);
        } else {
            link(used, timeMs);
        }
        size++;
        return used;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    /** Whether the next one is due; costs nothing when none is. */
    public boolean isDue(long nowMs) {
        if (heapSize == 0 && nearBucket < bucket(nowMs)) {
            approach(bucket(nowMs));
        }
        return heapSize > 0 && entries.time(heap[0]) <= nowMs;
    }

    /** When the next one is due, or Long.MAX_VALUE. */
    public long nextTimeMs() {
        return size == 0 ? Long.MAX_VALUE : entries.time(next());
    }

    /** Whose deadline is next; only when not empty. */
    public long nextObject() {
        return entries.object(next());
    }

    /** When the deadline behind a handle is due, 0 for none. */
    long timeOf(int handle) {
        return handle == NO_HANDLE ? 0 : entries.time(handle);
    }

    long sizeInBytes() {
        return entries.sizeInBytes() + groupCount * (4L << GROUP_BITS) + 4L * heap.length;
    }

    private int next() {
        if (heapSize > 0) {
            return heap[0];
        }
        Group group = groups.get(groupNumbers[0]);
        int at = 0;
        while (group.heads[at] == NO_HANDLE) {
            at++;
        }
        int first = group.heads[at];
        for (int each = entries.next(first); each != NO_HANDLE; each = entries.next(each)) {
            if (before(each, first)) {
                first = each;
            }
        }
        return first;
    }

    /** Moves the first list that is not later than a bucket to the heap. */
    private void approach(long bucket) {
        while (groupCount > 0 && groupNumbers[0] << GROUP_BITS <= bucket) {
            long start = groupNumbers[0] << GROUP_BITS;
            Group group = groups.get(groupNumbers[0]);
            long last = Math.min(bucket, start + GROUP_MASK);
            for (long each = Math.max(nearBucket + 1, start); each <= last; each++) {
                int head = group.heads[(int) each & GROUP_MASK];
                if (head != NO_HANDLE) {
                    nearBucket = each;
                    load(group, (int) each & GROUP_MASK);
                    return;
                }
            }
            if (last < start + GROUP_MASK) {
                break;
            }
            // Empty groups do not stay, so something of this one is later; it cannot be.
            throw new IllegalStateException("a deadline was passed over");
        }
        nearBucket = bucket;
    }

    private void load(Group group, int place) {
        int each = group.heads[place];
        group.heads[place] = NO_HANDLE;
        while (each != NO_HANDLE) {
            int next = entries.next(each);
            push(each);
            shrink(group);
            each = next;
        }
    }

    private void link(int handle, long timeMs) {
        long number = bucket(timeMs) >>> GROUP_BITS;
        Group group = groups.get(number);
        if (group == null) {
            group = open(number);
        }
        int place = (int) bucket(timeMs) & GROUP_MASK;
        int head = group.heads[place];
        entries.link(handle, NO_HANDLE, head);
        if (head != NO_HANDLE) {
            entries.previous(head, handle);
        }
        group.heads[place] = handle;
        group.size++;
    }

    private void remove(int handle) {
        size--;
        long timeMs = entries.time(handle);
        if (bucket(timeMs) <= nearBucket) {
            removeAt(entries.position(handle));
            return;
        }
        Group group = groups.get(bucket(timeMs) >>> GROUP_BITS);
        int previous = entries.previous(handle);
        int next = entries.next(handle);
        if (previous == NO_HANDLE) {
            group.heads[(int) bucket(timeMs) & GROUP_MASK] = next;
        } else {
            entries.next(previous, next);
        }
        if (next != NO_HANDLE) {
            entries.previous(next, previous);
        }
        shrink(group, bucket(timeMs) >>> GROUP_BITS);
    }

    private void shrink(Group group) {
        shrink(group, groupNumbers[0]);
    }

    private void shrink(Group group, long number) {
        group.size--;
        if (group.size == 0) {
            groups.remove(number);
            int at = Arrays.binarySearch(groupNumbers, 0, groupCount, number);
            groupCount--;
            System.arraycopy(groupNumbers, at + 1, groupNumbers, at, groupCount - at);
        }
    }

    private Group open(long number) {
        Group group = new Group();
        groups.put(number, group);
        if (groupCount == groupNumbers.length) {
            groupNumbers = Arrays.copyOf(groupNumbers, groupCount * 2);
        }
        int at = -Arrays.binarySearch(groupNumbers, 0, groupCount, number) - 1;
        System.arraycopy(groupNumbers, at, groupNumbers, at + 1, groupCount - at);
        groupNumbers[at] = number;
        groupCount++;
        return group;
    }

    private static long bucket(long timeMs) {
        return timeMs >>> BUCKET_BITS;
    }

    private void push(int handle) {
        if (heapSize == heap.length) {
            heap = Arrays.copyOf(heap, heap.length * 2);
        }
        place(handle, heapSize);
        siftUp(heapSize++);
    }

    private void removeAt(int position) {
        int last = heap[--heapSize];
        if (position < heapSize) {
            place(last, position);
            siftDown(position);
            siftUp(entries.position(last));
        }
    }

    private void siftUp(int start) {
        int position = start;
        int handle = heap[position];
        while (position > 0) {
            int parent = (position - 1) >>> 1;
            if (!before(handle, heap[parent])) {
                break;
            }
            place(heap[parent], position);
            position = parent;
        }
        place(handle, position);
    }

    private void siftDown(int start) {
        int position = start;
        int handle = heap[position];
        while (true) {
            int child = 2 * position + 1;
            if (child >= heapSize) {
                break;
            }
            if (child + 1 < heapSize && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], handle)) {
                break;
            }
            place(heap[child], position);
            position = child;
        }
        place(handle, position);
    }

    private boolean before(int a, int b) {
        long timeA = entries.time(a);
        long timeB = entries.time(b);
        return timeA != timeB ? timeA < timeB : entries.object(a) < entries.object(b);
    }

    private void place(int handle, int position) {
        heap[position] = handle;
        entries.position(handle, position);
    }

    /** Handles stay what they are. */
    void write(StateOutput out) throws IOException {
        entries.write(out);
    }

    void read(StateInput in) throws IOException {
        entries.read(in);
        for (int handle = 1; handle < entries.end(); handle++) {
            if (entries.time(handle) == 0) {
                entries.release(handle);
            } else {
                link(handle, entries.time(handle));
                size++;
            }
        }
    }
}
