package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.PaymentFilter;
import io.clearhold.core.view.PaymentRow;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TimeRange;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/payments}. */
final class ListPayments extends ListOperation<ListPayments.Filter, PaymentRow> {
    /** Which payments. */
    record Filter(
            long payee,
            long payer,
            Optional<PaymentStatus> status,
            Optional<String> reference,
            int currency,
            TimeRange created,
            Cursor cursor) {}

    ListPayments(ViewAccess access) {
        super(
                access,
                QueryFields.PAGE.and(
                        "payee",
                        "payer",
                        "status",
                        "reference",
                        "currency",
                        "created_after",
                        "created_before"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.id("payee", IdKind.ACCOUNT),
                parameters.id("payer", IdKind.ACCOUNT),
                parameters.choice("status", List.of(PaymentStatus.values()), PaymentStatus::label),
                parameters.text("reference", AccountText.REFERENCE_LIMIT),
                parameters.currency("currency"),
                parameters.created(),
                parameters.cursor(IdKind.PAYMENT));
    }

    @Override
    Page<PaymentRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.payments(
                new PaymentFilter(
                        scope,
                        filter.payee(),
                        filter.payer(),
                        filter.status(),
                        filter.reference(),
                        filter.currency(),
                        filter.created()),
                filter.cursor());
    }

    @Override
    void write(PaymentRow row, RowRenderer renderer, JsonWriter out) {
        renderer.payment(row, out);
    }
}
