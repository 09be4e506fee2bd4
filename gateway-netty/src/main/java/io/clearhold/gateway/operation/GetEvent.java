package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.Scope;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import java.util.Optional;

/** {@code GET /v1/events/{id}}: the view has it, as it has the list. */
final class GetEvent implements Operation.Slow {
    private final ViewAccess access;

    GetEvent(ViewAccess access) {
        this.access = access;
    }

    @Override
    public Optional<QueryFields> fields() {
        return Optional.of(QueryFields.NONE);
    }

    @Override
    public void check(Request request) {
        QueryParameters.read(request.target(), QueryFields.NONE);
        ViewAccess.minSequence(request);
    }

    @Override
    public void run(Request request, Workbench bench, Answer answer) throws InterruptedException {
        long id = request.id(IdKind.EVENT);
        Scope scope = ViewAccess.scope(request);
        Optional<EventRow> found =
                access.read(request, views -> views.event(scope, ListEvents.place(id)));
        if (found.isEmpty() || bench.rows(request.credential()).eventId(found.get()) != id) {
            throw RequestRefused.of(
                    ProblemCode.NOT_FOUND, "There is no such object, or it is not yours.");
        }
        bench.rows(request.credential()).event(found.get(), answer.begin(200, MediaType.JSON));
    }
}
