package io.clearhold.gateway.testing;

import io.clearhold.core.view.AccountFilter;
import io.clearhold.core.view.AccountRow;
import io.clearhold.core.view.ChargebackFilter;
import io.clearhold.core.view.ChargebackRow;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.DisputeFilter;
import io.clearhold.core.view.DisputeRow;
import io.clearhold.core.view.EntryCursor;
import io.clearhold.core.view.EntryRow;
import io.clearhold.core.view.EventCursor;
import io.clearhold.core.view.EventFilter;
import io.clearhold.core.view.EventPlace;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.KeyFilter;
import io.clearhold.core.view.KeyRow;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.PaymentFilter;
import io.clearhold.core.view.PaymentLinkFilter;
import io.clearhold.core.view.PaymentLinkRow;
import io.clearhold.core.view.PaymentRow;
import io.clearhold.core.view.PayoutFilter;
import io.clearhold.core.view.PayoutRow;
import io.clearhold.core.view.RefundFilter;
import io.clearhold.core.view.RefundRow;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TopUpFilter;
import io.clearhold.core.view.TopUpRow;
import io.clearhold.core.view.TransferFilter;
import io.clearhold.core.view.TransferRow;
import io.clearhold.core.view.ViewAwayException;
import io.clearhold.core.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A view with the rows that the test gives it; it remembers what it was asked for. */
public final class FakeViews implements Views {
    public final List<PaymentRow> payments = new ArrayList<>();
    public final List<ChargebackRow> chargebacks = new ArrayList<>();
    public final List<PaymentLinkRow> paymentLinks = new ArrayList<>();
    public final List<RefundRow> refunds = new ArrayList<>();
    public final List<DisputeRow> disputes = new ArrayList<>();
    public final List<PayoutRow> payouts = new ArrayList<>();
    public final List<TransferRow> transfers = new ArrayList<>();
    public final List<TopUpRow> topUps = new ArrayList<>();
    public final List<AccountRow> accounts = new ArrayList<>();
    public final List<KeyRow> keys = new ArrayList<>();
    public final List<EntryRow> entries = new ArrayList<>();
    public final List<EventRow> events = new ArrayList<>();

    /** Filters and cursors, in the order in which they came. */
    public final List<Object> asked = new CopyOnWriteArrayList<>();

    public volatile long position = 7;
    public volatile boolean away;
    public volatile boolean hasMore;

    @Override
    public long position() {
        requireThere();
        return position;
    }

    @Override
    public boolean awaitPosition(long sequence, long timeoutMs) {
        return position >= sequence;
    }

    @Override
    public Page<PaymentRow> payments(PaymentFilter filter, Cursor cursor) {
        return page(payments, filter, cursor);
    }

    @Override
    public Page<PaymentLinkRow> paymentLinks(PaymentLinkFilter filter, Cursor cursor) {
        return page(paymentLinks, filter, cursor);
    }

    @Override
    public Page<RefundRow> refunds(RefundFilter filter, Cursor cursor) {
        return page(refunds, filter, cursor);
    }

    @Override
    public Page<ChargebackRow> chargebacks(ChargebackFilter filter, Cursor cursor) {
        return page(chargebacks, filter, cursor);
    }

    @Override
    public Page<DisputeRow> disputes(DisputeFilter filter, Cursor cursor) {
        return page(disputes, filter, cursor);
    }

    @Override
    public Page<PayoutRow> payouts(PayoutFilter filter, Cursor cursor) {
        return page(payouts, filter, cursor);
    }

    @Override
    public Page<TransferRow> transfers(TransferFilter filter, Cursor cursor) {
        return page(transfers, filter, cursor);
    }

    @Override
    public Page<TopUpRow> topUps(TopUpFilter filter, Cursor cursor) {
        return page(topUps, filter, cursor);
    }

    @Override
    public Page<AccountRow> accounts(AccountFilter filter, Cursor cursor) {
        return page(accounts, filter, cursor);
    }

    @Override
    public Page<KeyRow> keys(KeyFilter filter, Cursor cursor) {
        return page(keys, filter, cursor);
    }

    @Override
    public Page<EntryRow> entries(long account, EntryCursor cursor) {
        return page(entries, account, cursor);
    }

    @Override
    public Page<EventRow> eventsAfter(EventFilter filter, long sequence, int limit) {
        return page(events, filter, sequence);
    }

    @Override
    public Page<EventRow> events(EventFilter filter, EventCursor cursor) {
        return page(events, filter, cursor);
    }

    @Override
    public Optional<EventRow> event(Scope scope, EventPlace place) {
        requireThere();
        asked.add(scope);
        return events.stream().filter(event -> EventPlace.of(event).equals(place)).findFirst();
    }

    private <T> Page<T> page(List<T> rows, Object filter, Object cursor) {
        requireThere();
        asked.add(filter);
        asked.add(cursor);
        return new Page<>(rows, hasMore, position);
    }

    private void requireThere() {
        if (away) {
            throw new ViewAwayException(new IllegalStateException("the test said so"));
        }
    }
}
