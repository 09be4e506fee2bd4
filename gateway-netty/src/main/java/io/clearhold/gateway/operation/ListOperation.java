package io.clearhold.gateway.operation;

import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import io.clearhold.gateway.render.RowRenderer;
import java.util.Optional;

/**
 * {@code GET} of a list: the parameters are checked before it is decided whether the caller may
 * ask, as a body would be; the page is read and written on a virtual thread.
 *
 * @param <F> which rows, and where the page begins
 * @param <R> a row
 */
abstract class ListOperation<F, R> implements Operation.Slow {
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName HAS_MORE = JsonName.of("has_more");

    private final ViewAccess access;
    private final QueryFields fields;

    ListOperation(ViewAccess access, QueryFields fields) {
        this.access = access;
        this.fields = fields;
    }

    @Override
    public Optional<QueryFields> fields() {
        return Optional.of(fields);
    }

    /** Understands the parameters. */
    abstract F filter(QueryParameters parameters);

    /** Whether the list is one of an object that the caller may see; else the answer says no. */
    boolean isVisible(Request request, Workbench bench, Answer answer) throws InterruptedException {
        return true;
    }

    abstract Page<R> page(Views views, Scope scope, F filter, Request request);

    abstract void write(R row, RowRenderer renderer, JsonWriter out);

    @Override
    public void check(Request request) {
        F _ = filter(QueryParameters.read(request.target(), fields));
        ViewAccess.minSequence(request);
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        F filter = filter(QueryParameters.read(request.target(), fields));
        if (!isVisible(request, bench, answer)) {
            return;
        }
        Scope scope = ViewAccess.scope(request);
        Page<R> page = access.read(request, views -> page(views, scope, filter, request));
        answer.sequence(page.position());
        RowRenderer renderer = bench.rows(request.credential());
        JsonWriter out = answer.begin(200, MediaType.JSON).beginObject();
        out.member(OBJECT, "list");
        out.name(DATA).beginArray();
        for (R row : page.rows()) {
            write(row, renderer, out);
        }
        out.endArray();
        out.member(HAS_MORE, page.hasMore());
        out.endObject();
    }
}
