package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
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
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.RowRenderer;
import java.util.Optional;

/** {@code GET /v1/payments/{id}/disputes}: who sees the payment sees them all. */
final class ListPaymentDisputes extends ListOperation<Cursor, DisputeRow> {
    ListPaymentDisputes(ViewAccess access) {
        super(access, QueryFields.PAGE);
    }

    @Override
    Cursor filter(QueryParameters parameters) {
        return parameters.cursor(IdKind.DISPUTE);
    }

    @Override
    boolean isVisible(Request request, Workbench bench, Answer answer) throws InterruptedException {
        return Visibility.of(request, IdKind.PAYMENT, bench, answer);
    }

    @Override
    Page<DisputeRow> page(Views views, Scope scope, Cursor cursor, Request request) {
        DisputeFilter filter =
                new DisputeFilter(
                        new Scope.Everything(),
                        request.id(IdKind.PAYMENT),
                        Optional.empty(),
                        TimeRange.ALL);
        return views.disputes(filter, cursor);
    }

    @Override
    void write(DisputeRow row, RowRenderer renderer, JsonWriter out) {
        renderer.dispute(row, out);
    }
}
