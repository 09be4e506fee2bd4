package io.clearhold.core.view;

import java.util.Optional;

/**
 * Lists of everything that the view holds, newest first unless said otherwise. Each page is read in
 * one snapshot and says which sequence that was. A caller sees what his {@link Scope} says and
 * nothing else. Every method blocks, for a bounded time: call it from virtual threads. Safe for
 * many threads. All of them throw {@link ViewAwayException} while the view cannot be read.
 */
public interface Views {
    /** The sequence that lists are at. */
    long position();

    /**
     * Waits until lists are at a sequence, or the time is over.
     *
     * @return whether they are
     */
    boolean awaitPosition(long sequence, long timeoutMs) throws InterruptedException;

    Page<PaymentRow> payments(PaymentFilter filter, Cursor cursor);

    Page<PaymentLinkRow> paymentLinks(PaymentLinkFilter filter, Cursor cursor);

    Page<RefundRow> refunds(RefundFilter filter, Cursor cursor);

    Page<ChargebackRow> chargebacks(ChargebackFilter filter, Cursor cursor);

    Page<DisputeRow> disputes(DisputeFilter filter, Cursor cursor);

    Page<PayoutRow> payouts(PayoutFilter filter, Cursor cursor);

    Page<TransferRow> transfers(TransferFilter filter, Cursor cursor);

    Page<TopUpRow> topUps(TopUpFilter filter, Cursor cursor);

    Page<AccountRow> accounts(AccountFilter filter, Cursor cursor);

    /** Keys of staff are for staff alone. */
    Page<KeyRow> keys(KeyFilter filter, Cursor cursor);

    /**
     * What moved the balances of an account; that the caller may see the account is his to know.
     */
    Page<EntryRow> entries(long account, EntryCursor cursor);

    /**
     * Events after a sequence, oldest first, whole frames only: a page may be longer than the limit
     * by the rest of its last frame.
     */
    Page<EventRow> eventsAfter(EventFilter filter, long sequence, int limit);

    /** Events newest first, whole frames only, like those of {@link #eventsAfter}. */
    Page<EventRow> events(EventFilter filter, EventCursor cursor);

    /** One event, if it is listed, there, and for this caller. */
    Optional<EventRow> event(Scope scope, EventPlace place);
}
