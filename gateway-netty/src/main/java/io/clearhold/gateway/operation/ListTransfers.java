package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TimeRange;
import io.clearhold.core.view.TransferFilter;
import io.clearhold.core.view.TransferRow;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;

/** {@code GET /v1/transfers}. */
final class ListTransfers extends ListOperation<ListTransfers.Filter, TransferRow> {
    /** Which ones. */
    record Filter(long from, long to, TimeRange created, Cursor cursor) {}

    ListTransfers(ViewAccess access) {
        super(access, QueryFields.PAGE.and("from", "to", "created_after", "created_before"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.id("from", IdKind.ACCOUNT),
                parameters.id("to", IdKind.ACCOUNT),
                parameters.created(),
                parameters.cursor(IdKind.TRANSFER));
    }

    @Override
    Page<TransferRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.transfers(
                new TransferFilter(scope, filter.from(), filter.to(), filter.created()),
                filter.cursor());
    }

    @Override
    void write(TransferRow row, RowRenderer renderer, JsonWriter out) {
        renderer.transfer(row, out);
    }
}
