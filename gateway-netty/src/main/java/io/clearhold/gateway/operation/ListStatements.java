package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.StatementRow;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;

/** {@code GET /v1/statements}. */
final class ListStatements extends ListOperation<Cursor, StatementRow> {
    private final ProofViews proof;

    ListStatements(ViewAccess access, ProofViews proof) {
        super(access, QueryFields.PAGE);
        this.proof = proof;
    }

    @Override
    Cursor filter(QueryParameters parameters) {
        return parameters.cursor(IdKind.STATEMENT);
    }

    @Override
    Page<StatementRow> page(Views views, Scope scope, Cursor cursor, Request request) {
        return proof.statements(0, cursor);
    }

    @Override
    void write(StatementRow row, RowRenderer renderer, JsonWriter out) {
        renderer.statement(row, out);
    }
}
