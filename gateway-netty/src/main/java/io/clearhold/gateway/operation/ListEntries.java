package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.EntryCursor;
import io.clearhold.core.view.EntryPlace;
import io.clearhold.core.view.EntryRow;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.EntryId;
import io.clearhold.gateway.render.RowRenderer;

/** {@code GET /v1/accounts/{id}/entries}: what moved the balances of an account. */
final class ListEntries extends ListOperation<EntryCursor, ListEntries.Entry> {
    /** An entry of an account. */
    record Entry(long account, EntryRow entry) {}

    private static final int ID_LIMIT = 40;

    ListEntries(ViewAccess access) {
        super(access, QueryFields.PAGE);
    }

    @Override
    EntryCursor filter(QueryParameters parameters) {
        parameters.requireOneCursor();
        int limit = parameters.limit();
        if (parameters.has("starting_after")) {
            return EntryCursor.after(place(parameters, "starting_after"), limit);
        }
        if (parameters.has("ending_before")) {
            return EntryCursor.before(place(parameters, "ending_before"), limit);
        }
        return EntryCursor.first(limit);
    }

    @Override
    boolean isVisible(Request request, Workbench bench, Answer answer) throws InterruptedException {
        return Visibility.of(request, IdKind.ACCOUNT, bench, answer);
    }

    @Override
    Page<Entry> page(Views views, Scope scope, EntryCursor cursor, Request request) {
        long account = request.id(IdKind.ACCOUNT);
        return views.entries(account, cursor).map(entry -> new Entry(account, entry));
    }

    @Override
    void write(Entry row, RowRenderer renderer, JsonWriter out) {
        renderer.entry(row.entry(), row.account(), out);
    }

    private static EntryPlace place(QueryParameters parameters, String name) {
        return EntryId.parse(parameters.text(name, ID_LIMIT).orElseThrow())
                .orElseThrow(
                        () -> QueryParameters.invalid(name, "It must be an id of the form ent_…."));
    }
}
