package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.SettlementFilter;
import io.clearhold.core.view.SettlementRow;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;

/** {@code GET /v1/settlements?date=}. */
final class ListSettlements extends ListOperation<ListSettlements.Filter, SettlementRow> {
    /** Which settlements. */
    record Filter(int day, long account, Cursor cursor) {}

    private final ProofViews proof;

    ListSettlements(ViewAccess access, ProofViews proof) {
        super(access, QueryFields.PAGE.and("date", "account"));
        this.proof = proof;
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.date("date").map(date -> (int) date.toEpochDay()).orElse(0),
                parameters.id("account", IdKind.ACCOUNT),
                parameters.cursor(IdKind.SETTLEMENT));
    }

    @Override
    Page<SettlementRow> page(Views views, Scope scope, Filter filter, Request request) {
        return proof.settlements(
                new SettlementFilter(scope, filter.day(), filter.account()), filter.cursor());
    }

    @Override
    void write(SettlementRow row, RowRenderer renderer, JsonWriter out) {
        renderer.settlement(row, out);
    }
}
