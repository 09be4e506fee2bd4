package io.clearhold.gateway.page;

import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ServerPart;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.operation.GatewayParts;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;

/**
 * {@code GET /readyz}: whether requests will be served, part by part. A part beside it in trouble
 * is named {@code degraded}, but what it follows goes on, so the server stays ready.
 */
final class Readiness implements Operation.Local {
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName PARTS = JsonName.of("parts");
    private static final JsonName START_UP = JsonName.of("start_up");
    private static final JsonName LEDGER = JsonName.of("ledger");
    private static final JsonName DETAIL = JsonName.of("detail");

    private final GatewayParts parts;

    Readiness(GatewayParts parts) {
        this.parts = parts;
    }

    @Override
    public void answer(Request request, Answer answer) {
        boolean started = parts.started().getAsBoolean();
        Ledger.Health health = parts.ledger().health();
        boolean ready = started && health == Ledger.Health.RUNNING;
        JsonWriter out = answer.begin(ready ? 200 : 503, MediaType.JSON).beginObject();
        out.member(STATUS, ready ? "ready" : "not_ready");
        out.name(PARTS).beginObject();
        part(START_UP, started ? "ready" : "not_ready", started ? "" : "It is not over.", out);
        ledger(health, out);
        for (ServerPart part : parts.watched()) {
            String trouble = part.trouble();
            part(JsonName.of(part.name()), trouble.isEmpty() ? "ready" : "degraded", trouble, out);
        }
        out.endObject().endObject();
        if (!ready) {
            answer.retryAfterSeconds(1);
        }
    }

    private static void ledger(Ledger.Health health, JsonWriter out) {
        switch (health) {
            case RUNNING -> part(LEDGER, "ready", "", out);
            case FAILED ->
                    part(LEDGER, "not_ready", "A sync or append failed: restart to recover.", out);
            case STOPPED -> part(LEDGER, "not_ready", "It is stopped.", out);
        }
    }

    private static void part(JsonName name, String status, String detail, JsonWriter out) {
        out.name(name).beginObject().member(STATUS, status);
        if (!detail.isEmpty()) {
            out.member(DETAIL, detail);
        }
        out.endObject();
    }
}
