package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.PaymentLinkFilter;
import io.clearhold.core.view.PaymentLinkRow;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TimeRange;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;

/** {@code GET /v1/payment_links}: never a secret. */
final class ListPaymentLinks extends ListOperation<ListPaymentLinks.Filter, PaymentLinkRow> {
    /** Which links. */
    record Filter(long payee, TimeRange created, Cursor cursor) {}

    ListPaymentLinks(ViewAccess access) {
        super(access, QueryFields.PAGE.and("payee", "created_after", "created_before"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.id("payee", IdKind.ACCOUNT),
                parameters.created(),
                parameters.cursor(IdKind.PAYMENT_LINK));
    }

    @Override
    Page<PaymentLinkRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.paymentLinks(
                new PaymentLinkFilter(scope, filter.payee(), filter.created()), filter.cursor());
    }

    @Override
    void write(PaymentLinkRow row, RowRenderer renderer, JsonWriter out) {
        renderer.paymentLink(row, out);
    }
}
