package io.clearhold.ledger.state;

import java.io.IOException;
import java.util.Arrays;

/**
 * Deadlines by handle, in chunks: time, object, and either the neighbours in a list or the position
 * in a heap. Handles that were released are used again.
 */
final class DeadlineEntries {
    private static final int CHUNK_BITS = 13;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
    private static final int STRIDE = 3;

    private long[][] chunks = new long[16][];
    private int nextHandle = 1;
    private int firstFree;

    int allocate() {
        if (firstFree != DeadlineQueue.NO_HANDLE) {
            int handle = firstFree;
            firstFree = next(handle);
            return handle;
        }
        int chunk = nextHandle >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[STRIDE << CHUNK_BITS];
        }
        return nextHandle++;
    }

    void release(int handle) {
        // A handle without a time is free.
        set(handle, 0, 0);
        link(handle, DeadlineQueue.NO_HANDLE, firstFree);
        firstFree = handle;
    }

    long time(int handle) {
        return word(handle, 0);
    }

    long object(int handle) {
        return word(handle, 1);
    }

    void set(int handle, long object, long timeMs) {
        word(handle, 0, timeMs);
        word(handle, 1, object);
    }

    int next(int handle) {
        return (int) word(handle, 2);
    }

    int previous(int handle) {
        return (int) (word(handle, 2) >>> 32);
    }

    void link(int handle, int previous, int next) {
        word(handle, 2, ((long) previous << 32) | (next & 0xffffffffL));
    }

    void next(int handle, int next) {
        link(handle, previous(handle), next);
    }

    void previous(int handle, int previous) {
        link(handle, previous, next(handle));
    }

    int position(int handle) {
        return next(handle);
    }

    void position(int handle, int position) {
        word(handle, 2, position);
    }

    long sizeInBytes() {
        long chunksUsed = ((long) nextHandle + CHUNK_MASK) >>> CHUNK_BITS;
        return chunksUsed * ((STRIDE * 8L) << CHUNK_BITS);
    }

    private long word(int handle, int word) {
        return chunks[handle >>> CHUNK_BITS][(handle & CHUNK_MASK) * STRIDE + word];
    }

    private void word(int handle, int word, long value) {
        chunks[handle >>> CHUNK_BITS][(handle & CHUNK_MASK) * STRIDE + word] = value;
    }

    /** After the last handle that was ever used. */
    int end() {
        return nextHandle;
    }

    void write(StateOutput out) throws IOException {
        out.put(nextHandle);
        for (int handle = 1; handle < nextHandle; handle++) {
            out.put(time(handle));
            if (time(handle) != 0) {
                out.put(object(handle));
            }
        }
    }

    /** Times and objects; who calls puts each where it belongs. */
    void read(StateInput in) throws IOException {
        int end = in.takeInt();
        while (nextHandle < end) {
            int handle = allocate();
            long timeMs = in.take();
            set(handle, timeMs == 0 ? 0 : in.take(), timeMs);
        }
    }
}
