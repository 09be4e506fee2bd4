package io.clearhold.core.book;

import static io.clearhold.core.book.AccountKind.AVAILABLE;
import static io.clearhold.core.book.AccountKind.BANK;
import static io.clearhold.core.book.AccountKind.CHANNEL_COST;
import static io.clearhold.core.book.AccountKind.ESCROW;
import static io.clearhold.core.book.AccountKind.FEES;
import static io.clearhold.core.book.AccountKind.IN_TRANSIT;
import static io.clearhold.core.book.AccountKind.OUTGOING;
import static io.clearhold.core.book.AccountKind.RESERVE;
import static io.clearhold.core.book.AccountKind.SUSPENSE;
import static io.clearhold.core.book.AccountKind.SUSPENSE_OUT;

import io.clearhold.core.codec.BreakOpenedDecoder;
import io.clearhold.core.codec.CollectionUnmatchedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PaymentHeldDecoder;
import io.clearhold.core.codec.PaymentReleasedDecoder;
import io.clearhold.core.codec.PayoutCreatedDecoder;
import io.clearhold.core.codec.PayoutFailedDecoder;
import io.clearhold.core.codec.PayoutReturnedDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.codec.StatementLineMatchedDecoder;
import io.clearhold.core.codec.StatementLineUnexplainedDecoder;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.MovementKind;
import org.agrona.DirectBuffer;

/**
 * The posting rule of every fact: an event alone says what is debited and credited. The book, the
 * story of a payment and the projection all use this one class. Confined to one thread.
 */
public final class PostingRules {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PaymentHeldDecoder held = new PaymentHeldDecoder();
    private final PaymentReleasedDecoder released = new PaymentReleasedDecoder();
    private final ClawbackPostings clawbacks = new ClawbackPostings();
    private final CollectionUnmatchedDecoder unmatched = new CollectionUnmatchedDecoder();
    private final PayoutCreatedDecoder payoutCreated = new PayoutCreatedDecoder();
    private final PayoutFailedDecoder payoutFailed = new PayoutFailedDecoder();
    private final PayoutReturnedDecoder payoutReturned = new PayoutReturnedDecoder();
    private final StatementLineMatchedDecoder lineMatched = new StatementLineMatchedDecoder();
    private final StatementLineUnexplainedDecoder lineUnexplained =
            new StatementLineUnexplainedDecoder();
    private final BreakOpenedDecoder breakOpened = new BreakOpenedDecoder();
    private final PostingRule wallets = new WalletPostings();

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
            case RefundCreatedDecoder.TEMPLATE_ID, RefundFailedDecoder.TEMPLATE_ID ->
                    clawbacks.post(buffer, offset, header, book);
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
                Credits.post(
                        OUTGOING,
                        payoutFailed.channel(),
                        payoutFailed.account(),
                        payoutFailed.currency(),
                        payoutFailed.amount(),
                        payoutFailed.debt(),
                        book);
            }
            case PayoutReturnedDecoder.TEMPLATE_ID -> {
                payoutReturned.wrapAndApplyHeader(buffer, offset, header);
                boolean suspended = payoutReturned.suspended() != 0;
                if (suspended) {
                    book.post(
                            IN_TRANSIT,
                            payoutReturned.channel(),
                            SUSPENSE,
                            payoutReturned.channel(),
                            payoutReturned.currency(),
                            payoutReturned.amount());
                    return;
                }
                Credits.post(
                        IN_TRANSIT,
                        payoutReturned.channel(),
                        payoutReturned.account(),
                        payoutReturned.currency(),
                        payoutReturned.amount(),
                        payoutReturned.debt(),
                        book);
            }
            case StatementLineMatchedDecoder.TEMPLATE_ID ->
                    postLine(lineMatched.wrapAndApplyHeader(buffer, offset, header), book);
            case StatementLineUnexplainedDecoder.TEMPLATE_ID ->
                    postLine(lineUnexplained.wrapAndApplyHeader(buffer, offset, header), book);
            case BreakOpenedDecoder.TEMPLATE_ID ->
                    postBreak(breakOpened.wrapAndApplyHeader(buffer, offset, header), book);
            default -> areaOf(header.templateId()).post(buffer, offset, header, book);
        }
    }

    private final FourEyesPostings fourEyes = new FourEyesPostings();

    /** From 300 on, each area of the domain has twenty templates. */
    private PostingRule areaOf(int template) {
        return switch (template < 300 ? -1 : (template - 300) / 20) {
            case 1 -> clawbacks;
            case 2 -> wallets;
            case 3 -> fourEyes;
            default -> PostingRule.NOTHING;
        };
    }

    private static void postHeld(PaymentHeldDecoder event, PostingConsumer book) {
        long payment = event.chain().payment();
        if (event.fromBreak() != 0) {
            book.post(SUSPENSE, event.channel(), ESCROW, payment, event.currency(), event.amount());
        } else if (event.wallet() != 0) {
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
        for (PaymentReleasedDecoder.SharesDecoder share : event.shares()) {
            Credits.post(
                    ESCROW, payment, share.account(), currency, share.amount(), share.debt(), book);
        }
        if (event.reserve() > 0) {
            book.post(ESCROW, payment, RESERVE, event.payee(), currency, event.reserve());
        }
        Credits.post(
                ESCROW,
                payment,
                event.payee(),
                currency,
                event.payeeAmount(),
                event.payeeDebt(),
                book);
    }

    /** Cash is what the bank shows; its fee, which nobody booked before, is our cost. */
    private static void postLine(StatementLineMatchedDecoder event, PostingConsumer book) {
        int channel = event.channel();
        int currency = event.currency();
        long gross = event.grossAmount();
        long fee = event.fee();
        switch (MovementKind.of(event.movement())) {
            case COLLECTION, RETURN -> {
                AccountKind from = event.fromBreak() == 0 ? IN_TRANSIT : SUSPENSE_OUT;
                if (gross > fee) {
                    book.post(BANK, channel, from, channel, currency, gross - fee);
                }
                if (fee > 0) {
                    book.post(CHANNEL_COST, 0, from, channel, currency, fee);
                }
            }
            // Its cost was booked when the channel charged it.
            case CHARGEBACK -> book.post(OUTGOING, channel, BANK, channel, currency, gross + fee);
            case REFUND, PAYOUT -> {
                book.post(OUTGOING, channel, BANK, channel, currency, gross);
                if (fee > 0) {
                    book.post(CHANNEL_COST, 0, BANK, channel, currency, fee);
                }
            }
        }
    }

    private static void postLine(StatementLineUnexplainedDecoder event, PostingConsumer book) {
        int channel = event.channel();
        switch (EntrySide.of(event.side())) {
            case CREDIT ->
                    book.post(BANK, channel, SUSPENSE, channel, event.currency(), event.amount());
            case DEBIT ->
                    book.post(
                            SUSPENSE_OUT, channel, BANK, channel, event.currency(), event.amount());
        }
    }

    /** Only missing money moves with its break; the rest moved when it came. */
    private static void postBreak(BreakOpenedDecoder event, PostingConsumer book) {
        if (BreakType.of(event.type()) == BreakType.MISSING) {
            int channel = event.channel();
            book.post(SUSPENSE_OUT, channel, IN_TRANSIT, channel, event.currency(), event.amount());
        }
    }
}
