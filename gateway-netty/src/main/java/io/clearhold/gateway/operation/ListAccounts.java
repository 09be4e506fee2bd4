package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.AccountType;
import io.clearhold.core.view.AccountFilter;
import io.clearhold.core.view.AccountRow;
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

/** {@code GET /v1/accounts}. */
final class ListAccounts extends ListOperation<ListAccounts.Filter, AccountRow> {
    /** Which accounts. */
    record Filter(
            Optional<AccountType> type,
            Optional<String> reference,
            TimeRange created,
            Cursor cursor) {}

    ListAccounts(ViewAccess access) {
        super(access, QueryFields.PAGE.and("type", "reference", "created_after", "created_before"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        return new Filter(
                parameters.choice("type", List.of(AccountType.values()), AccountType::label),
                parameters.text("reference", AccountText.REFERENCE_LIMIT),
                parameters.created(),
                parameters.cursor(IdKind.ACCOUNT));
    }

    @Override
    Page<AccountRow> page(Views views, Scope scope, Filter filter, Request request) {
        return views.accounts(
                new AccountFilter(scope, filter.type(), filter.reference(), filter.created()),
                filter.cursor());
    }

    @Override
    void write(AccountRow row, RowRenderer renderer, JsonWriter out) {
        renderer.account(row, out);
    }
}
