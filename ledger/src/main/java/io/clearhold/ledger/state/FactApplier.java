package io.clearhold.ledger.state;

import io.clearhold.core.codec.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/** Writes the events of one area into the state; their postings are booked before. */
interface FactApplier {
    /**
     * One event, whose header is read. Decides nothing and refuses nothing; throws {@link
     * IllegalStateException} for an event that it does not know.
     */
    void apply(DirectBuffer buffer, int offset, MessageHeaderDecoder header);
}
