package io.clearhold.gateway.render;

import io.clearhold.core.id.IdKind;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;

/** What every object has. */
final class ObjectHead {
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName METADATA = JsonName.of("metadata");
    private static final JsonName SEQUENCE = JsonName.of("sequence");
    private static final JsonName CREATED_AT = JsonName.of("created_at");

    private ObjectHead() {}

    static void write(IdKind kind, long id, String object, JsonWriter out) {
        out.member(ID, kind, id);
        out.member(OBJECT, object);
    }

    /** Metadata, an empty object if none was given. */
    static void metadata(TextMembers text, JsonWriter out) {
        int member = text.find(METADATA);
        out.name(METADATA);
        if (member < 0) {
            out.beginObject().endObject();
        } else {
            out.raw(text.array(), text.valueOffset(member), text.valueLength(member));
        }
    }

    static void end(long sequence, long createdAtMs, JsonWriter out) {
        out.name(SEQUENCE).quoted(sequence);
        out.memberTime(CREATED_AT, createdAtMs);
    }
}
