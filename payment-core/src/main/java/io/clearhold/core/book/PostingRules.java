package io.clearhold.core.book;

import static io.clearhold.core.book.AccountKind.AVAILABLE;
import static io.clearhold.core.book.AccountKind.ESCROW;
import static io.clearhold.core.book.AccountKind.FEES;
import static io.clearhold.core.book.AccountKind.IN_TRANSIT;
import static io.clearhold.core.book.AccountKind.OUTGOING;
import static io.clearhold.core.book.AccountKind.SUSPENSE;

import io.clearhold.core.codec.CollectionUnmatchedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentHeldDecoder;
import io.clearhold.core.codec.PaymentReleasedDecoder;
import io.clearhold.core.codec.PayoutCreatedDecoder;
import io.clearhold.core.codec.PayoutFailedDecoder;
import io.clearhold.core.codec.PayoutReturnedDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import org.agrona.DirectBuffer;

/**
 * The posting rule of every fact: an event alone says what is debited and credited. The book, the
 * story of a payment and the projection all use this one class. Confined to one thread.
 */
public final class PostingRules {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PaymentHeldDecoder held = new PaymentHeldDecoder();
    private final PaymentReleasedDecoder released = new PaymentReleasedDecoder();
    private final RefundCreatedDecoder refundCreated = new RefundCreatedDecoder();
    private final RefundFailedDecoder refundFailed = new RefundFailedDecoder();
    private final CollectionUnmatchedDecoder unmatched = new CollectionUnmatchedDecoder();
    private final PayoutCreatedDecoder payoutCreated = new PayoutCreatedDecoder();
    private final PayoutFailedDecoder payoutFailed = new PayoutFailedDecoder();
    private final PayoutReturnedDecoder payoutReturned = new PayoutReturnedDecoder();

    /**
     * Calls {@code book} for each posting of the event at {@code offset}; an event that moves no
     * money has none.
     */
    public void post(DirectBuffer buffer, int offset, PostingConsumer book) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case PaymentHeldDecoder.TEMPLATE_ID ->
                    postHeld(held.wrapAndApplyHeader(buffer, offset, header), book);
            case PaymentReleasedDecoder.TEMPLATE_ID ->
                    postReleased(released.wrapAndApplyHeader(buffer, offset, header), book);
            case RefundCreatedDecoder.TEMPLATE_ID ->
                    postRefund(refundCreated.wrapAndApplyHeader(buffer, offset, header), book);
            case RefundFailedDecoder.TEMPLATE_ID -> {
                refundFailed.wrapAndApplyHeader(buffer, offset, header);
                long payment = refundFailed.chain().payment();
                book.post(
                        OUTGOING,
                        refundFailed.channel(),
                        ESCROW,
                        payment,
                        refundFailed.currency(),
                        refundFailed.amount());
            }
            case CollectionUnmatchedDecoder.TEMPLATE_ID -> {
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
            case PayoutCreatedDecoder.TEMPLATE_ID -> {
                payoutCreated.wrapAndApplyHeader(buffer, offset, header);
                book.post(
                        AVAILABLE,
                        payoutCreated.account(),
                        OUTGOING,
                        payoutCreated.channel(),
                        payoutCreated.currency(),
                        payoutCreated.amount());
            }
            case PayoutFailedDecoder.TEMPLATE_ID -> {
                payoutFailed.wrapAndApplyHeader(buffer, offset, header);
                book.post(
                        OUTGOING,
                        payoutFailed.channel(),
                        AVAILABLE,
                        payoutFailed.account(),
                        payoutFailed.currency(),
                        payoutFailed.amount());
            }
            case PayoutReturnedDecoder.TEMPLATE_ID -> {
                payoutReturned.wrapAndApplyHeader(buffer, offset, header);
                book.post(
                        IN_TRANSIT,
                        payoutReturned.channel(),
                        AVAILABLE,
                        payoutReturned.account(),
                        payoutReturned.currency(),
                        payoutReturned.amount());
            }
            default -> {
                // The event moves no money.
            }
        }
    }

    private static void postHeld(PaymentHeldDecoder event, PostingConsumer book) {
        long payment = event.chain().payment();
        if (event.wallet() != 0) {
            book.post(AVAILABLE, event.wallet(), ESCROW, payment, event.currency(), event.amount());
        } else {
            book.post(
                    IN_TRANSIT, event.channel(), ESCROW, payment, event.currency(), event.amount());
        }
    }

    private static void postReleased(PaymentReleasedDecoder event, PostingConsumer book) {
        long payment = event.chain().payment();
        int currency = event.currency();
        if (event.fee() > 0) {
            book.post(ESCROW, payment, FEES, 0, currency, event.fee());
        }
        long payee = event.payee();
        long payeeAmount = event.payeeAmount();
        for (PaymentReleasedDecoder.SharesDecoder share : event.shares()) {
            if (share.amount() > 0) {
                book.post(ESCROW, payment, AVAILABLE, share.account(), currency, share.amount());
            }
        }
        if (payeeAmount > 0) {
            book.post(ESCROW, payment, AVAILABLE, payee, currency, payeeAmount);
        }
    }

    private static void postRefund(RefundCreatedDecoder event, PostingConsumer book) {
        long payment = event.chain().payment();
        if (event.wallet() != 0) {
            book.post(ESCROW, payment, AVAILABLE, event.wallet(), event.currency(), event.amount());
        } else {
            book.post(ESCROW, payment, OUTGOING, event.channel(), event.currency(), event.amount());
        }
    }
}
