package io.clearhold.core.port;

import org.agrona.DirectBuffer;

/**
 * The engine as every other module sees it: messages in, answers out, and a journal to read. Safe
 * for many threads.
 */
public interface Ledger {
    /** Whether a message was taken. */
    enum Offer {
        ACCEPTED,
        /** The ring is full: nothing happened, try again soon. */
        FULL,
        /** The engine is stopping or has stopped: nothing happened. */
        STOPPED
    }

    /**
     * Copies one command or query (with its SBE header) into the ring; {@code handler} gets its
     * answer. Never blocks.
     */
    Offer offer(DirectBuffer message, int offset, int length, ReplyHandler handler);

    /**
     * The highest sequence known to be durable. Nothing outside the writer sees a sequence above
     * it.
     */
    long watermark();

    /**
     * Waits until the watermark is above {@code sequence} or the time is over; returns the
     * watermark.
     */
    long awaitWatermark(long sequence, long timeoutMs) throws InterruptedException;

    /** A reader of the journal, for one thread. */
    JournalReader openReader();

    Health health();

    /** How the engine is. */
    enum Health {
        RUNNING,
        /** A sync or append failed: writes and reads by id answer 503 until a restart. */
        FAILED,
        STOPPED
    }
}
