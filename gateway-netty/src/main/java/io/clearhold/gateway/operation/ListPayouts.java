package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.PayoutStatus;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.PayoutFilter;
import io.clearhold.core.view.PayoutRow;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TimeRange;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/payouts}. */
final class ListPayouts extends ListOperation<ListPayouts.Filter, PayoutRow> {
    /** Which payouts. */
    record Filter(long account, Optional<PayoutStatus> status, TimeRange created, Cursor cursor) {}

    ListPayouts(ViewAccess access) {
        super(access, QueryFields.PAGE.and("account", "status", "created_after", "created_before"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.id("account", IdKind.ACCOUNT),
                parameters.choice("status", List.of(PayoutStatus.values()), PayoutStatus::label),
                parameters.created(),
                parameters.cursor(IdKind.PAYOUT));
    }

    @Override
    Page<PayoutRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.payouts(
                new PayoutFilter(scope, filter.account(), filter.status(), filter.created()),
                filter.cursor());
    }

    @Override
    void write(PayoutRow row, RowRenderer renderer, JsonWriter out) {
        renderer.payout(row, out);
    }
}
