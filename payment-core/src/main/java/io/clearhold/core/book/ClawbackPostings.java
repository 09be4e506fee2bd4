package io.clearhold.core.book;

import static io.clearhold.core.book.AccountKind.AVAILABLE;
import static io.clearhold.core.book.AccountKind.DEBT;
import static io.clearhold.core.book.AccountKind.ESCROW;
import static io.clearhold.core.book.AccountKind.IN_TRANSIT;
import static io.clearhold.core.book.AccountKind.OUTGOING;
import static io.clearhold.core.book.AccountKind.RESERVE;

import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.codec.ReserveReleasedDecoder;
import org.agrona.DirectBuffer;

/**
 * The posting rules of refunds, reserves and chargebacks: the legs of a clawback are debited when it
 * is taken, and credited when it comes back.
 */
final class ClawbackPostings implements PostingRule {
    private final RefundCreatedDecoder refundCreated = new RefundCreatedDecoder();
    private final RefundFailedDecoder refundFailed = new RefundFailedDecoder();
    private final ReserveReleasedDecoder reserveReleased = new ReserveReleasedDecoder();

    @Override
    public void post(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, PostingConsumer book) {
        switch (header.templateId()) {
            case RefundCreatedDecoder.TEMPLATE_ID ->
                    post(refundCreated.wrapAndApplyHeader(buffer, offset, header), book);
            case RefundFailedDecoder.TEMPLATE_ID ->
                    post(refundFailed.wrapAndApplyHeader(buffer, offset, header), book);
            case ReserveReleasedDecoder.TEMPLATE_ID -> {
                reserveReleased.wrapAndApplyHeader(buffer, offset, header);
                Credits.post(
                        RESERVE,
                        reserveReleased.account(),
                        reserveReleased.account(),
                        reserveReleased.currency(),
                        reserveReleased.amount(),
                        reserveReleased.debt(),
                        book);
            }
            default -> {
                // The event moves no money.
            }
        }
    }

    private static void post(RefundCreatedDecoder event, PostingConsumer book) {
        RefundCreatedDecoder.LegsDecoder legs = event.legs();
        long debt = event.walletDebt();
        if (legs.count() == 0) {
            leave(ESCROW, event.chain().payment(), event.amount(), debt, event, book);
            return;
        }
        for (RefundCreatedDecoder.LegsDecoder leg : legs) {
            AccountKind kind = AccountKind.of(leg.kind());
            leave(kind, leg.account(), leg.amount(), Math.min(debt, leg.amount()), event, book);
            debt -= Math.min(debt, leg.amount());
        }
    }

    /** To the bank, or at once to the wallet that had paid. */
    private static void leave(
            AccountKind kind,
            long owner,
            long amount,
            long debt,
            RefundCreatedDecoder event,
            PostingConsumer book) {
        int currency = event.currency();
        if (event.wallet() != 0) {
            Credits.post(kind, owner, event.wallet(), currency, amount, debt, book);
        } else {
            book.post(kind, owner, OUTGOING, event.channel(), currency, amount);
        }
    }

    private static void post(RefundFailedDecoder event, PostingConsumer book) {
        AccountKind from = event.returned() != 0 ? IN_TRANSIT : OUTGOING;
        int channel = event.channel();
        int currency = event.currency();
        RefundFailedDecoder.LegsDecoder legs = event.legs();
        if (legs.count() == 0) {
            book.post(from, channel, ESCROW, event.chain().payment(), currency, event.amount());
        }
        for (RefundFailedDecoder.LegsDecoder leg : legs) {
            comeBack(
                    from,
                    channel,
                    AccountKind.of(leg.kind()),
                    leg.account(),
                    currency,
                    leg.amount(),
                    leg.debt(),
                    book);
        }
    }

    /** What came from an account's available balance or debt is a credit to that account. */
    private static void comeBack(
            AccountKind from,
            int channel,
            AccountKind kind,
            long account,
            int currency,
            long amount,
            long debt,
            PostingConsumer book) {
        if (kind == AVAILABLE || kind == DEBT) {
            Credits.post(from, channel, account, currency, amount, debt, book);
        } else {
            book.post(from, channel, kind, account, currency, amount);
        }
    }
}
