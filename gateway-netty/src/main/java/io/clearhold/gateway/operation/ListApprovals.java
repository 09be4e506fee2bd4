package io.clearhold.gateway.operation;

import io.clearhold.core.approval.ApprovalKind;
import io.clearhold.core.approval.ApprovalStatus;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.ApprovalFilter;
import io.clearhold.core.view.ApprovalRow;
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

/** {@code GET /v1/approvals}. */
final class ListApprovals extends ListOperation<ListApprovals.Filter, ApprovalRow> {
    /** Which approvals. */
    record Filter(ApprovalFilter approvals, Cursor cursor) {}

    private final ProofViews proof;

    ListApprovals(ViewAccess access, ProofViews proof) {
        super(access, QueryFields.PAGE.and("status", "action", "created_after", "created_before"));
        this.proof = proof;
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                new ApprovalFilter(
                        parameters.choice(
                                "status", List.of(ApprovalStatus.values()), ApprovalStatus::label),
                        parameters.choice(
                                "action", List.of(ApprovalKind.values()), ApprovalKind::label),
                        parameters.created()),
                parameters.cursor(IdKind.APPROVAL));
    }

    @Override
    Page<ApprovalRow> page(Views views, Scope scope, Filter filter, Request request) {
        return proof.approvals(filter.approvals(), filter.cursor());
    }

    @Override
    void write(ApprovalRow row, RowRenderer renderer, JsonWriter out) {
        renderer.approval(row, out);
    }
}
