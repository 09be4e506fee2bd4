package io.clearhold.core.book;

import static io.clearhold.core.book.AccountKind.AVAILABLE;
import static io.clearhold.core.book.AccountKind.DEBT;
import static io.clearhold.core.book.AccountKind.IN_TRANSIT;
import static io.clearhold.core.book.AccountKind.OUTGOING;
import static io.clearhold.core.book.AccountKind.OWN_FUNDS;
import static io.clearhold.core.book.AccountKind.SUSPENSE;
import static io.clearhold.core.book.AccountKind.SUSPENSE_OUT;

import io.clearhold.core.codec.BreakReopenedDecoder;
import io.clearhold.core.codec.BreakTreatedDecoder;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.EntrySide;

/**
 * Where the money of a break goes when it is explained, and how it comes back if that was wrong.
 */
final class BreakPostings {
    private static final long OPERATOR = 0;

    private BreakPostings() {}

    static void treated(BreakTreatedDecoder event, PostingConsumer book) {
        // One that names a movement of nobody's only says that there is nothing left to do.
        boolean explained =
                BreakAction.of(event.action()) == BreakAction.MATCH && event.instruction() == 0;
        if (!explained) {
            switch (EntrySide.of(event.direction())) {
                case CREDIT -> fromSuspense(event, book);
                case DEBIT -> toSuspenseOut(event, book);
            }
        }
    }

    static void reopened(BreakReopenedDecoder event, PostingConsumer book) {
        boolean explained =
                BreakAction.of(event.action()) == BreakAction.MATCH && event.instruction() == 0;
        if (!explained) {
            switch (EntrySide.of(event.direction())) {
                case CREDIT -> backToSuspense(event, book);
                case DEBIT -> backFromSuspenseOut(event, book);
            }
        }
    }

    private static void fromSuspense(BreakTreatedDecoder event, PostingConsumer book) {
        int channel = event.channel();
        int currency = event.currency();
        long amount = event.amount();
        switch (BreakAction.of(event.action())) {
            case MATCH -> {
                AccountKind to = event.fromBreak() == 0 ? IN_TRANSIT : SUSPENSE_OUT;
                book.post(SUSPENSE, channel, to, channel, currency, amount);
            }
            case CREDIT ->
                    Credits.post(
                            SUSPENSE,
                            channel,
                            event.account(),
                            currency,
                            amount,
                            event.debt(),
                            book);
            case REFUND -> book.post(SUSPENSE, channel, OUTGOING, channel, currency, amount);
            case WRITE_OFF -> book.post(SUSPENSE, channel, OWN_FUNDS, OPERATOR, currency, amount);
            case APPLY, CHARGE, WAIT -> {
                // What is applied is booked by the payment's own event.
            }
        }
    }

    private static void toSuspenseOut(BreakTreatedDecoder event, PostingConsumer book) {
        int channel = event.channel();
        int currency = event.currency();
        long amount = event.amount();
        switch (BreakAction.of(event.action())) {
            case MATCH -> book.post(OUTGOING, channel, SUSPENSE_OUT, channel, currency, amount);
            case CHARGE ->
                    charge(
                            event.account(),
                            amount,
                            event.debt(),
                            SUSPENSE_OUT,
                            channel,
                            currency,
                            book);
            case WRITE_OFF ->
                    book.post(OWN_FUNDS, OPERATOR, SUSPENSE_OUT, channel, currency, amount);
            case APPLY, CREDIT, REFUND, WAIT -> {
                // Not for money that left.
            }
        }
    }

    private static void backToSuspense(BreakReopenedDecoder event, PostingConsumer book) {
        int channel = event.channel();
        int currency = event.currency();
        long amount = event.amount();
        switch (BreakAction.of(event.action())) {
            case MATCH -> book.post(IN_TRANSIT, channel, SUSPENSE, channel, currency, amount);
            case CREDIT ->
                    charge(
                            event.account(),
                            amount,
                            event.debt(),
                            SUSPENSE,
                            channel,
                            currency,
                            book);
            case REFUND -> {
                AccountKind from = event.hadLeft() == 0 ? OUTGOING : IN_TRANSIT;
                book.post(from, channel, SUSPENSE, channel, currency, amount);
            }
            case WRITE_OFF -> book.post(OWN_FUNDS, OPERATOR, SUSPENSE, channel, currency, amount);
            case APPLY, CHARGE, WAIT -> {
                // It is never taken back here.
            }
        }
    }

    private static void backFromSuspenseOut(BreakReopenedDecoder event, PostingConsumer book) {
        int channel = event.channel();
        int currency = event.currency();
        long amount = event.amount();
        switch (BreakAction.of(event.action())) {
            case MATCH -> book.post(SUSPENSE_OUT, channel, OUTGOING, channel, currency, amount);
            case CHARGE ->
                    Credits.post(
                            SUSPENSE_OUT,
                            channel,
                            event.account(),
                            currency,
                            amount,
                            event.debt(),
                            book);
            case WRITE_OFF ->
                    book.post(SUSPENSE_OUT, channel, OWN_FUNDS, OPERATOR, currency, amount);
            case APPLY, CREDIT, REFUND, WAIT -> {
                // It is never taken back here.
            }
        }
    }

    /** From what an account has; the rest it owes. */
    private static void charge(
            long account,
            long amount,
            long debt,
            AccountKind to,
            int channel,
            int currency,
            PostingConsumer book) {
        if (amount > debt) {
            book.post(AVAILABLE, account, to, channel, currency, amount - debt);
        }
        if (debt > 0) {
            book.post(DEBT, account, to, channel, currency, debt);
        }
    }
}
