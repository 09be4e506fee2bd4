package io.clearhold.gateway.page;

import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;

/** {@code GET /healthz}: the process answers. */
final class Health implements Operation.Local {
    private static final JsonName STATUS = JsonName.of("status");

    @Override
    public void answer(Request request, Answer answer) {
        answer.begin(200, MediaType.JSON).beginObject().member(STATUS, "alive").endObject();
    }
}
