package io.clearhold.ledger.engine;

import io.clearhold.core.port.ReplyHandler;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.jspecify.annotations.Nullable;

/** The answers of one group: kept until its frames are durable, then given out in order. */
final class ReplyGroup {
    private static final int REPLAY = -1;
    private static final int KEPT_LENGTH = 4 << 20;

    private final @Nullable ReplyHandler[] handlers;
    private final long[] sequences;
    private final boolean[] framed;
    private final int[] offsets;
    private final int[] lengths;
    private ExpandableArrayBuffer results = new ExpandableArrayBuffer(1 << 16);
    private int resultsLength;
    private int count;

    ReplyGroup(int limit) {
        handlers = new ReplyHandler[limit];
        sequences = new long[limit];
        framed = new boolean[limit];
        offsets = new int[limit];
        lengths = new int[limit];
    }

    boolean isFull() {
        return count == handlers.length;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int size() {
        return count;
    }

    void addResult(
            ReplyHandler handler,
            long sequence,
            boolean hasFrame,
            DirectBuffer result,
            int length) {
        results.putBytes(resultsLength, result, 0, length);
        add(handler, sequence, hasFrame, length);
        resultsLength += length;
    }

    void addReplay(ReplyHandler handler, long sequence) {
        add(handler, sequence, false, REPLAY);
    }

    /** The group is durable: everyone gets his answer. */
    void answer() {
        for (int i = 0; i < count; i++) {
            ReplyHandler handler = java.util.Objects.requireNonNull(handlers[i]);
            handlers[i] = null;
            if (lengths[i] == REPLAY) {
                handler.onReplay(sequences[i]);
            } else {
                handler.onResult(sequences[i], framed[i], results, offsets[i], lengths[i]);
            }
        }
        clear();
    }

    /** The group is lost, or may be; who has his answer already keeps it. */
    void fail(ReplyHandler.Failure failure) {
        for (int i = 0; i < count; i++) {
            ReplyHandler handler = handlers[i];
            handlers[i] = null;
            if (handler != null) {
                handler.onFailure(failure);
            }
        }
        clear();
    }

    private void add(ReplyHandler handler, long sequence, boolean hasFrame, int length) {
        handlers[count] = handler;
        sequences[count] = sequence;
        framed[count] = hasFrame;
        offsets[count] = resultsLength;
        lengths[count] = length;
        count++;
    }

    private void clear() {
        count = 0;
        resultsLength = 0;
        if (results.capacity() > KEPT_LENGTH) {
            results = new ExpandableArrayBuffer(1 << 16);
        }
    }
}
