package io.clearhold.core.port;

import org.agrona.DirectBuffer;

/**
 * Takes the one answer to a message that was offered. Called on the writer's thread once the
 * sequence is durable, so it copies what it needs and returns at once; it never throws and never
 * blocks.
 */
public interface ReplyHandler {
    /**
     * A result message; its bytes are valid during this call only.
     *
     * @param sequence of the command's frame, or the sequence that a query read
     * @param framed whether the command has a frame of its own at {@code sequence}
     */
    void onResult(long sequence, boolean framed, DirectBuffer result, int offset, int length);

    /** The idempotency key was used before: the outcome is in the frame at {@code sequence}. */
    void onReplay(long sequence);

    void onFailure(Failure failure);

    /** Why there is no result. */
    enum Failure {
        /** It was enqueued and may have happened: ask again with the same key. */
        OUTCOME_UNKNOWN,
        /** The engine has stopped; nothing happened. */
        STOPPED,
        /** The disk's reserve is reached; nothing happened. */
        STORAGE_FULL
    }
}
