package io.clearhold.gateway.operation;

import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.json.TextMembers;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a PATCH changes of an object's text: new values of members, removals, and within the
 * metadata the same for each key.
 */
final class TextPatch {
    private static final JsonName METADATA = JsonName.of("metadata");

    private final TextMembers changed = new TextMembers();
    private final JsonWriter text = new JsonWriter(512);
    private final Set<JsonName> removed = new HashSet<>();

    /** Keys of metadata and their new values; null removes. */
    private final Map<String, @Nullable String> metadata = new LinkedHashMap<>();

    private boolean clearsMetadata;

    /** Where new values of members are written. */
    JsonWriter text() {
        return text;
    }

    void remove(JsonName name) {
        removed.add(name);
    }

    /** Reads new metadata; null clears all of it. */
    void metadata(BodyReader body) {
        if (body.isNull()) {
            clearsMetadata = true;
            return;
        }
        body.beginObject();
        for (String name = body.nextName(); name != null; name = body.nextName()) {
            if (metadata.containsKey(name)) {
                throw body.duplicate(name);
            }
            String value =
                    body.isNull() ? null : body.text(0, TextFields.METADATA_VALUE_LIMIT).toString();
            metadata.put(name, value);
        }
    }

    /** The members have been read. */
    void seal() {
        changed.wrap(text.array(), 0, text.length());
    }

    /** Whether the text has the member after this patch. */
    boolean has(JsonName name, TextMembers present) {
        return !removed.contains(name) && source(name, present).find(name) >= 0;
    }

    /** Writes those members, and the metadata, as they are after this patch. */
    void merge(List<JsonName> members, TextMembers present, JsonWriter out) {
        for (JsonName name : members) {
            if (has(name, present)) {
                source(name, present).copyOrNull(name, out);
            }
        }
        mergeMetadata(present, out);
    }

    private TextMembers source(JsonName name, TextMembers present) {
        return changed.find(name) >= 0 ? changed : present;
    }

    private void mergeMetadata(TextMembers present, JsonWriter out) {
        // Both sides in the escaped form that the text has, so that equal names are equal here.
        Map<String, String> merged = new LinkedHashMap<>();
        TextMembers stored = present.object(METADATA, new TextMembers());
        if (stored != null && !clearsMetadata) {
            for (int i = 0; i < stored.count(); i++) {
                merged.put('"' + stored.rawName(i) + '"', stored.rawValue(i));
            }
        }
        metadata.forEach((name, value) -> {
            if (value == null) {
                merged.remove(quoted(name));
            } else {
                merged.put(quoted(name), quoted(value));
            }
        });
        if (merged.size() > TextFields.METADATA_LIMIT) {
            throw RequestRefused.field(
                    ProblemCode.INVALID_FIELD,
                    "/metadata",
                    "There would be more than " + TextFields.METADATA_LIMIT + " keys.");
        }
        if (merged.isEmpty()) {
            return;
        }
        out.name(METADATA).beginObject();
        merged.forEach((name, value) -> out.rawMember(name, value));
        out.endObject();
    }

    private static String quoted(String value) {
        return new JsonWriter(value.length() + 16).string(value).toString();
    }
}
