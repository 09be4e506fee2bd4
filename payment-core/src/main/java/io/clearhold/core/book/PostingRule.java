package io.clearhold.core.book;

import io.clearhold.core.codec.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/** The postings of the events of one area. Confined to one thread. */
interface PostingRule {
    /** Calls {@code book} for each posting of the event, whose header is read. */
    void post(DirectBuffer buffer, int offset, MessageHeaderDecoder header, PostingConsumer book);

    /** For events that move no money. */
    PostingRule NOTHING = (buffer, offset, header, book) -> {};
}
