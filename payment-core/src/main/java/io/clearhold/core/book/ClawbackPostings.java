package io.clearhold.core.book;

import static io.clearhold.core.book.AccountKind.AVAILABLE;
import static io.clearhold.core.book.AccountKind.CHANNEL_COST;
import static io.clearhold.core.book.AccountKind.DEBT;
import static io.clearhold.core.book.AccountKind.ESCROW;
import static io.clearhold.core.book.AccountKind.IN_TRANSIT;
import static io.clearhold.core.book.AccountKind.OUTGOING;
import static io.clearhold.core.book.AccountKind.RESERVE;
import static io.clearhold.core.book.AccountKind.SUSPENSE;
import static io.clearhold.core.book.AccountKind.SUSPENSE_OUT;

import io.clearhold.core.codec.ChargebackOpenedDecoder;
import io.clearhold.core.codec.ChargebackWonDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.RefundCreatedDecoder;
import io.clearhold.core.codec.RefundFailedDecoder;
import io.clearhold.core.codec.ReserveReleasedDecoder;
import org.agrona.DirectBuffer;

/**
 * The posting rules of refunds, reserves and chargebacks: the legs of a clawback are debited when
 * it is taken, and credited when it comes back.
 */
final class ClawbackPostings implements PostingRule {
    private final RefundCreatedDecoder refundCreated = new RefundCreatedDecoder();
    private final RefundFailedDecoder refundFailed = new RefundFailedDecoder();
    private final ChargebackOpenedDecoder chargebackOpened = new ChargebackOpenedDecoder();
    private final ChargebackWonDecoder chargebackWon = new ChargebackWonDecoder();
    private final ReserveReleasedDecoder reserveReleased = new ReserveReleasedDecoder();

    @Override
    public void post(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, PostingConsumer book) {
        switch (header.templateId()) {
            case RefundCreatedDecoder.TEMPLATE_ID ->
                    post(refundCreated.wrapAndApplyHeader(buffer, offset, header), book);
            case RefundFailedDecoder.TEMPLATE_ID ->
                    post(refundFailed.wrapAndApplyHeader(buffer, offset, header), book);
            case ChargebackOpenedDecoder.TEMPLATE_ID ->
                    post(chargebackOpened.wrapAndApplyHeader(buffer, offset, header), book);
            case ChargebackWonDecoder.TEMPLATE_ID ->
                    post(chargebackWon.wrapAndApplyHeader(buffer, offset, header), book);
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

    private static void post(ChargebackOpenedDecoder event, PostingConsumer book) {
        int channel = event.channel();
        int currency = event.currency();
        long payment = event.chain().payment();
        if (event.fromHeld() > 0) {
            book.post(ESCROW, payment, OUTGOING, channel, currency, event.fromHeld());
        }
        for (ChargebackOpenedDecoder.LegsDecoder leg : event.legs()) {
            AccountKind kind = AccountKind.of(leg.kind());
            book.post(kind, leg.account(), OUTGOING, channel, currency, leg.amount());
        }
        if (event.excess() > 0) {
            book.post(SUSPENSE_OUT, channel, OUTGOING, channel, currency, event.excess());
        }
        if (event.cost() > 0) {
            book.post(CHANNEL_COST, 0, OUTGOING, channel, currency, event.cost());
        }
    }

    private static void post(ChargebackWonDecoder event, PostingConsumer book) {
        int channel = event.channel();
        int currency = event.currency();
        long payment = event.chain().payment();
        if (event.fromHeld() > 0) {
            book.post(IN_TRANSIT, channel, ESCROW, payment, currency, event.fromHeld());
        }
        for (ChargebackWonDecoder.LegsDecoder leg : event.legs()) {
            comeBack(
                    IN_TRANSIT,
                    channel,
                    AccountKind.of(leg.kind()),
                    leg.account(),
                    currency,
                    leg.amount(),
                    leg.debt(),
                    book);
        }
        if (event.excess() > 0) {
            AccountKind to = event.excessToSuspense() != 0 ? SUSPENSE : SUSPENSE_OUT;
            book.post(IN_TRANSIT, channel, to, channel, currency, event.excess());
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
