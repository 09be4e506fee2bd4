package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.KeyFilter;
import io.clearhold.core.view.KeyRow;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;

/** {@code GET /v1/keys}: never a secret. */
final class ListKeys extends ListOperation<ListKeys.Filter, KeyRow> {
    /** Which keys. */
    record Filter(long account, Cursor cursor) {}

    ListKeys(ViewAccess access) {
        super(access, QueryFields.PAGE.and("account"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(parameters.id("account", IdKind.ACCOUNT), parameters.cursor(IdKind.KEY));
    }

    @Override
    Page<KeyRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.keys(new KeyFilter(scope, filter.account()), filter.cursor());
    }

    @Override
    void write(KeyRow row, RowRenderer renderer, JsonWriter out) {
        renderer.key(row, out);
    }
}
