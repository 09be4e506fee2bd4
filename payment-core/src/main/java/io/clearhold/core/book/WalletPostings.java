package io.clearhold.core.book;

import static io.clearhold.core.book.AccountKind.AVAILABLE;
import static io.clearhold.core.book.AccountKind.IN_TRANSIT;
import static io.clearhold.core.book.AccountKind.SUSPENSE;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.TopUpSucceededDecoder;
import io.clearhold.core.codec.TopUpUnmatchedDecoder;
import io.clearhold.core.codec.TransferCreatedDecoder;
import org.agrona.DirectBuffer;

/** The postings of transfers and top-ups. */
final class WalletPostings implements PostingRule {
    private final TransferCreatedDecoder transfer = new TransferCreatedDecoder();
    private final TopUpSucceededDecoder succeeded = new TopUpSucceededDecoder();
    private final TopUpUnmatchedDecoder unmatched = new TopUpUnmatchedDecoder();

    @Override
    public void post(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, PostingConsumer book) {
        switch (header.templateId()) {
            case TransferCreatedDecoder.TEMPLATE_ID -> {
                transfer.wrapAndApplyHeader(buffer, offset, header);
                Credits.post(
                        AVAILABLE,
                        transfer.from(),
                        transfer.to(),
                        transfer.currency(),
                        transfer.amount(),
                        transfer.debt(),
                        book);
            }
            case TopUpSucceededDecoder.TEMPLATE_ID -> {
                succeeded.wrapAndApplyHeader(buffer, offset, header);
                Credits.post(
                        IN_TRANSIT,
                        succeeded.channel(),
                        succeeded.account(),
                        succeeded.currency(),
                        succeeded.amount(),
                        succeeded.debt(),
                        book);
            }
            case TopUpUnmatchedDecoder.TEMPLATE_ID -> {
                unmatched.wrapAndApplyHeader(buffer, offset, header);
                int channel = unmatched.channel();
                book.post(
                        IN_TRANSIT,
                        channel,
                        SUSPENSE,
                        channel,
                        unmatched.currency(),
                        unmatched.amount());
            }
            default -> {
                // The event moves no money.
            }
        }
    }
}
