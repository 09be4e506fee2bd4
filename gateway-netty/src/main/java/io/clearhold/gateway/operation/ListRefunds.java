package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.RefundStatus;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.RefundFilter;
import io.clearhold.core.view.RefundRow;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TimeRange;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/refunds}. */
final class ListRefunds extends ListOperation<ListRefunds.Filter, RefundRow> {
    /** Which refunds. */
    record Filter(long payment, Optional<RefundStatus> status, TimeRange created, Cursor cursor) {}

    ListRefunds(ViewAccess access) {
        super(access, QueryFields.PAGE.and("payment", "status", "created_after", "created_before"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.id("payment", IdKind.PAYMENT),
                parameters.choice("status", List.of(RefundStatus.values()), RefundStatus::label),
                parameters.created(),
                parameters.cursor(IdKind.REFUND));
    }

    @Override
    Page<RefundRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.refunds(
                new RefundFilter(scope, filter.payment(), filter.status(), filter.created()),
                filter.cursor());
    }

    @Override
    void write(RefundRow row, RowRenderer renderer, JsonWriter out) {
        renderer.refund(row, out);
    }
}
