package io.clearhold.ledger.conformance;

import io.clearhold.ledger.scenario.Message;
import java.util.List;

/**
 * Something that feeds messages to the state machine and makes its frames durable: what is to be
 * proved conformant. Messages come one at a time, each with its time. Confined to one thread.
 */
public interface LedgerDriver extends AutoCloseable {
    /** Deadlines that one tick fires at most; the same for all drivers. */
    int TICK_LIMIT = 1_000;

    /**
     * Hands in one command or query, and returns when its answer is durable. After the message, at
     * the same time, one tick fires what is due.
     *
     * @param plainTimeMs log time without the sandbox's offset; never less than before
     */
    Answered send(long plainTimeMs, Message message);

    /** Every frame so far, in order, each as the journal holds it. */
    List<byte[]> frames();

    /** Stops and starts again from what is durable. */
    void restart();

    @Override
    void close();

    /**
     * What came back.
     *
     * @param how whether it was decided or answered from an earlier frame
     * @param sequence of its frame, of the state that was read, or of the earlier frame
     * @param result the result message; empty for an earlier frame
     */
    @SuppressWarnings("ArrayRecordComponent") // compared byte by byte by the kit
    record Answered(How how, long sequence, byte[] result) {}

    /** How a message was answered. */
    enum How {
        FRAMED,
        UNFRAMED,
        REPLAYED
    }
}
