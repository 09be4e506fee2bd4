package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.ChargebackStatus;
import io.clearhold.core.view.ChargebackFilter;
import io.clearhold.core.view.ChargebackRow;
import io.clearhold.core.view.Cursor;
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

/** {@code GET /v1/chargebacks}. */
final class ListChargebacks extends ListOperation<ListChargebacks.Filter, ChargebackRow> {
    /** Which chargebacks. */
    record Filter(
            long payment, Optional<ChargebackStatus> status, TimeRange created, Cursor cursor) {}

    ListChargebacks(ViewAccess access) {
        super(access, QueryFields.PAGE.and("payment", "status", "created_after", "created_before"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.id("payment", IdKind.PAYMENT),
                parameters.choice(
                        "status", List.of(ChargebackStatus.values()), ChargebackStatus::label),
                parameters.created(),
                parameters.cursor(IdKind.CHARGEBACK));
    }

    @Override
    Page<ChargebackRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.chargebacks(
                new ChargebackFilter(scope, filter.payment(), filter.status(), filter.created()),
                filter.cursor());
    }

    @Override
    void write(ChargebackRow row, RowRenderer renderer, JsonWriter out) {
        renderer.chargeback(row, out);
    }
}
