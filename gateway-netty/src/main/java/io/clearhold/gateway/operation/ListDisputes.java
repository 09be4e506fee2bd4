package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.DisputeFilter;
import io.clearhold.core.view.DisputeRow;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TimeRange;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/disputes}. */
final class ListDisputes extends ListOperation<ListDisputes.Filter, DisputeRow> {
    /** Which disputes. */
    record Filter(long payment, Optional<DisputeStatus> status, TimeRange created, Cursor cursor) {}

    ListDisputes(ViewAccess access) {
        super(access, QueryFields.PAGE.and("payment", "status", "created_after", "created_before"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.id("payment", IdKind.PAYMENT),
                parameters.choice("status", List.of(DisputeStatus.values()), DisputeStatus::label),
                parameters.created(),
                parameters.cursor(IdKind.DISPUTE));
    }

    @Override
    Page<DisputeRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.disputes(
                new DisputeFilter(scope, filter.payment(), filter.status(), filter.created()),
                filter.cursor());
    }

    @Override
    void write(DisputeRow row, RowRenderer renderer, JsonWriter out) {
        renderer.dispute(row, out);
    }
}
