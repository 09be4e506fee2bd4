package io.clearhold.ledger.state;

import java.util.Arrays;

/**
 * All deadlines, as a binary heap ordered by (time, object), so that two that are due together fire
 * in the order of their ids, live and in replay. It is an index over times that records hold, and
 * so counts in no hash. A handle stays valid until it is cancelled.
 */
public final class DeadlineQueue {
    /** No deadline. */
    static final int NO_HANDLE = 0;

    private long[] times = new long[1024];
    private long[] objects = new long[1024];
    private int[] positions = new int[1024];
    private int[] heap = new int[1024];
    private int heapSize;
    private int nextHandle = 1;
    private int firstFree = NO_HANDLE;

    /**
     * Sets, moves or (with time 0) cancels the deadline behind {@code handle}; returns the handle
     * to keep.
     */
    int schedule(int handle, long object, long timeMs) {
        if (handle != NO_HANDLE) {
            removeAt(positions[handle]);
        }
        if (timeMs == 0) {
            if (handle != NO_HANDLE) {
                release(handle);
            }
            return NO_HANDLE;
        }
        int used = handle != NO_HANDLE ? handle : allocate();
        times[used] = timeMs;
        objects[used] = object;
        if (heapSize == heap.length) {
            heap = Arrays.copyOf(heap, heap.length * 2);
        }
        place(used, heapSize);
        siftUp(heapSize++);
        return used;
    }

    public boolean isEmpty() {
        return heapSize == 0;
    }

    public int size() {
        return heapSize;
    }

    /** When the next one is due, or Long.MAX_VALUE. */
    public long nextTimeMs() {
        return heapSize == 0 ? Long.MAX_VALUE : times[heap[0]];
    }

    /** Whose deadline is next; only when not empty. */
    public long nextObject() {
        return objects[heap[0]];
    }

    private int allocate() {
        if (firstFree != NO_HANDLE) {
            int handle = firstFree;
            firstFree = positions[handle];
            return handle;
        }
        if (nextHandle == times.length) {
            times = Arrays.copyOf(times, times.length * 2);
            objects = Arrays.copyOf(objects, objects.length * 2);
            positions = Arrays.copyOf(positions, positions.length * 2);
        }
        return nextHandle++;
    }

    private void release(int handle) {
        positions[handle] = firstFree;
        firstFree = handle;
    }

    private void removeAt(int position) {
        int last = heap[--heapSize];
        if (position < heapSize) {
            place(last, position);
            siftDown(position);
            siftUp(positions[last]);
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
        return times[a] != times[b] ? times[a] < times[b] : objects[a] < objects[b];
    }

    private void place(int handle, int position) {
        heap[position] = handle;
        positions[handle] = position;
    }
}
