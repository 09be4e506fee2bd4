package io.clearhold.core.book;

import static io.clearhold.core.book.AccountKind.DEBT;
import static io.clearhold.core.book.AccountKind.IN_TRANSIT;
import static io.clearhold.core.book.AccountKind.OUTGOING;
import static io.clearhold.core.book.AccountKind.OWN_FUNDS;
import static io.clearhold.core.book.AccountKind.RISK_RESERVE;
import static io.clearhold.core.book.AccountKind.SUSPENSE;

import io.clearhold.core.approval.AdjustmentType;
import io.clearhold.core.codec.AdjustmentUndoneDecoder;
import io.clearhold.core.codec.BreakReopenedDecoder;
import io.clearhold.core.codec.BreakTreatedDecoder;
import io.clearhold.core.codec.LedgerAdjustedDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OwnMoneyUnmatchedDecoder;
import org.agrona.DirectBuffer;

/** The postings of what two persons agreed on: events 360 to 379. */
final class FourEyesPostings implements PostingRule {
    private static final long OPERATOR = 0;

    private final LedgerAdjustedDecoder adjusted = new LedgerAdjustedDecoder();
    private final AdjustmentUndoneDecoder undone = new AdjustmentUndoneDecoder();
    private final OwnMoneyUnmatchedDecoder unmatched = new OwnMoneyUnmatchedDecoder();
    private final BreakTreatedDecoder treated = new BreakTreatedDecoder();
    private final BreakReopenedDecoder reopened = new BreakReopenedDecoder();

    @Override
    public void post(
            DirectBuffer buffer, int offset, MessageHeaderDecoder header, PostingConsumer book) {
        switch (header.templateId()) {
            case LedgerAdjustedDecoder.TEMPLATE_ID ->
                    post(adjusted.wrapAndApplyHeader(buffer, offset, header), book);
            case AdjustmentUndoneDecoder.TEMPLATE_ID ->
                    post(undone.wrapAndApplyHeader(buffer, offset, header), book);
            case BreakTreatedDecoder.TEMPLATE_ID ->
                    BreakPostings.treated(treated.wrapAndApplyHeader(buffer, offset, header), book);
            case BreakReopenedDecoder.TEMPLATE_ID ->
                    BreakPostings.reopened(
                            reopened.wrapAndApplyHeader(buffer, offset, header), book);
            case OwnMoneyUnmatchedDecoder.TEMPLATE_ID -> {
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
                // The approval itself moves no money.
            }
        }
    }

    private static void post(LedgerAdjustedDecoder event, PostingConsumer book) {
        int currency = event.currency();
        int channel = event.channel();
        long amount = event.amount();
        switch (AdjustmentType.of(event.type())) {
            case OWN_FUNDS -> book.post(IN_TRANSIT, channel, OWN_FUNDS, OPERATOR, currency, amount);
            case WITHDRAWAL ->
                    book.post(
                            AccountKind.of(event.source()),
                            OPERATOR,
                            OUTGOING,
                            channel,
                            currency,
                            amount);
            case RISK_RESERVE ->
                    book.post(OWN_FUNDS, OPERATOR, RISK_RESERVE, OPERATOR, currency, amount);
            case WRITE_OFF -> {
                long reserved = event.fromRiskReserve();
                if (reserved > 0) {
                    book.post(RISK_RESERVE, OPERATOR, DEBT, event.account(), currency, reserved);
                }
                if (amount > reserved) {
                    book.post(
                            OWN_FUNDS,
                            OPERATOR,
                            DEBT,
                            event.account(),
                            currency,
                            amount - reserved);
                }
            }
        }
    }

    /** Own money that did not come leaves own funds; what did not go, or came back, is back. */
    private static void post(AdjustmentUndoneDecoder event, PostingConsumer book) {
        int channel = event.channel();
        boolean came = AdjustmentType.of(event.type()) == AdjustmentType.OWN_FUNDS;
        if (came) {
            book.post(OWN_FUNDS, OPERATOR, IN_TRANSIT, channel, event.currency(), event.amount());
        } else {
            book.post(
                    event.hadLeft() != 0 ? IN_TRANSIT : OUTGOING,
                    channel,
                    AccountKind.of(event.source()),
                    OPERATOR,
                    event.currency(),
                    event.amount());
        }
    }
}
