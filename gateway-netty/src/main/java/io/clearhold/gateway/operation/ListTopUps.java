package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.TopUpStatus;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TimeRange;
import io.clearhold.core.view.TopUpFilter;
import io.clearhold.core.view.TopUpRow;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/topups}. */
final class ListTopUps extends ListOperation<ListTopUps.Filter, TopUpRow> {
    /** Which ones. */
    record Filter(long account, Optional<TopUpStatus> status, TimeRange created, Cursor cursor) {}

    ListTopUps(ViewAccess access) {
        super(access, QueryFields.PAGE.and("account", "status", "created_after", "created_before"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.id("account", IdKind.ACCOUNT),
                parameters.choice("status", List.of(TopUpStatus.values()), TopUpStatus::label),
                parameters.created(),
                parameters.cursor(IdKind.TOPUP));
    }

    @Override
    Page<TopUpRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.topUps(
                new TopUpFilter(scope, filter.account(), filter.status(), filter.created()),
                filter.cursor());
    }

    @Override
    void write(TopUpRow row, RowRenderer renderer, JsonWriter out) {
        renderer.topUp(row, out);
    }
}
