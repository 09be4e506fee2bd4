package io.clearhold.ledger.engine;

import io.clearhold.core.port.ReplyHandler;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.jspecify.annotations.Nullable;

/** One message on its way to the writer. Reused for good. */
final class RingSlot {
    /** What most messages fit in; a slot that had to grow further shrinks back. */
    private static final int USUAL_LENGTH = 1024;

    private static final int KEPT_LENGTH = 16 * 1024;

    private ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(USUAL_LENGTH);
    private int length;
    private @Nullable ReplyHandler handler;

    void set(DirectBuffer message, int offset, int newLength, ReplyHandler newHandler) {
        buffer.putBytes(0, message, offset, newLength);
        length = newLength;
        handler = newHandler;
    }

    void clear() {
        handler = null;
        if (buffer.capacity() > KEPT_LENGTH) {
            buffer = new ExpandableArrayBuffer(USUAL_LENGTH);
        }
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    ReplyHandler handler() {
        return java.util.Objects.requireNonNull(handler);
    }
}
