package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.view.BreakFilter;
import io.clearhold.core.view.BreakRow;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;
import java.util.List;

/** {@code GET /v1/breaks}. */
final class ListBreaks extends ListOperation<ListBreaks.Filter, BreakRow> {
    /** Which breaks. */
    record Filter(BreakFilter breaks, Cursor cursor) {}

    private final ProofViews proof;

    ListBreaks(ViewAccess access, ProofViews proof) {
        super(
                access,
                QueryFields.PAGE.and(
                        "status", "type", "payment", "created_after", "created_before"));
        this.proof = proof;
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                new BreakFilter(
                        parameters.choice(
                                "status", List.of(BreakStatus.values()), BreakStatus::label),
                        parameters.choice("type", List.of(BreakType.values()), BreakType::label),
                        0,
                        parameters.id("payment", IdKind.PAYMENT),
                        parameters.created()),
                parameters.cursor(IdKind.BREAK));
    }

    @Override
    Page<BreakRow> page(Views views, Scope scope, Filter filter, Request request) {
        return proof.breaks(filter.breaks(), filter.cursor());
    }

    @Override
    void write(BreakRow row, RowRenderer renderer, JsonWriter out) {
        renderer.unexplained(row, out);
    }
}
