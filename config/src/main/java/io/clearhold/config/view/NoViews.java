package io.clearhold.config.view;

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
import java.util.Optional;

/** Lists of a server that was told to have no view. */
public final class NoViews implements Views {
    @Override
    public long position() {
        throw away();
    }

    @Override
    public boolean awaitPosition(long sequence, long timeoutMs) {
        throw away();
    }

    @Override
    public Page<PaymentRow> payments(PaymentFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<PaymentLinkRow> paymentLinks(PaymentLinkFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<RefundRow> refunds(RefundFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<ChargebackRow> chargebacks(ChargebackFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<DisputeRow> disputes(DisputeFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<PayoutRow> payouts(PayoutFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<TransferRow> transfers(TransferFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<TopUpRow> topUps(TopUpFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<AccountRow> accounts(AccountFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<KeyRow> keys(KeyFilter filter, Cursor cursor) {
        throw away();
    }

    @Override
    public Page<EntryRow> entries(long account, EntryCursor cursor) {
        throw away();
    }

    @Override
    public Page<EventRow> eventsAfter(EventFilter filter, long sequence, int limit) {
        throw away();
    }

    @Override
    public Page<EventRow> events(EventFilter filter, EventCursor cursor) {
        throw away();
    }

    @Override
    public Optional<EventRow> event(Scope scope, EventPlace place) {
        throw away();
    }

    static ViewAwayException away() {
        return new ViewAwayException(new IllegalStateException("database.enabled is false"));
    }
}
