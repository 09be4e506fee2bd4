package io.clearhold.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.WebhookFeed;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/**
 * The body of an event; a function of the journal alone, so that losing a delivery loses nothing.
 */
final class MessageBody {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName TIMESTAMP = JsonName.of("timestamp");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName OBJECT_SEQUENCE = JsonName.of("object_sequence");
    private static final JsonName DATA = JsonName.of("data");

    private MessageBody() {}

    static String of(WebhookFeed.Item item) {
        EventRow event = item.event();
        byte[] facts = event.facts().getBytes(UTF_8);
        JsonWriter out = new JsonWriter(facts.length + 256).beginObject();
        out.member(TYPE, event.type());
        out.memberTime(TIMESTAMP, event.atMs());
        out.name(SEQUENCE).quoted(event.sequence());
        out.member(OBJECT_SEQUENCE, item.objectSequence());
        out.name(DATA).raw(facts, 0, facts.length);
        return out.endObject().toString();
    }
}
