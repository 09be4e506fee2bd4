package io.clearhold.gateway.render;

import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.webhook.DeliveryRow;

/** A delivery with its attempts. */
final class DeliveryRenderer {
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName ENDPOINT = JsonName.of("webhook_endpoint");
    private static final JsonName EVENT = JsonName.of("event");
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName NEXT_ATTEMPT_AT = JsonName.of("next_attempt_at");
    private static final JsonName ATTEMPTS = JsonName.of("attempts");
    private static final JsonName NUMBER = JsonName.of("number");
    private static final JsonName AT = JsonName.of("at");
    private static final JsonName HTTP_STATUS = JsonName.of("http_status");
    private static final JsonName DURATION_MS = JsonName.of("duration_ms");
    private static final JsonName ERROR = JsonName.of("error");
    private static final JsonName CREATED_AT = JsonName.of("created_at");

    private DeliveryRenderer() {}

    static void write(DeliveryRow row, IdEpochs epochs, JsonWriter out) {
        out.beginObject();
        out.member(ID, row.key().id(epochs));
        out.member(OBJECT, "webhook_delivery");
        out.member(ENDPOINT, IdKind.WEBHOOK_ENDPOINT, row.key().endpoint());
        out.member(EVENT, IdKind.EVENT, row.key().event(epochs));
        out.member(TYPE, row.type());
        out.name(SEQUENCE).quoted(row.key().sequence());
        out.member(STATUS, row.status());
        out.memberTime(NEXT_ATTEMPT_AT, row.nextAttemptMs());
        out.name(ATTEMPTS).beginArray();
        row.attempts().forEach(attempt -> attempt(attempt, out));
        out.endArray();
        out.memberTime(CREATED_AT, row.createdAtMs());
        out.endObject();
    }

    private static void attempt(DeliveryRow.AttemptRow attempt, JsonWriter out) {
        out.beginObject();
        out.member(NUMBER, attempt.number());
        out.memberTime(AT, attempt.atMs());
        if (attempt.status() == 0) {
            out.memberNull(HTTP_STATUS);
            out.member(ERROR, attempt.error());
        } else {
            out.member(HTTP_STATUS, attempt.status());
            out.memberNull(ERROR);
        }
        out.member(DURATION_MS, attempt.durationMs());
        out.endObject();
    }
}
