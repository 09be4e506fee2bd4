package io.clearhold.gateway.operation;

import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonFields;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;

/** A piece of evidence: {@code {text?, files?}}, the files being addresses or names of files. */
final class EvidenceText {
    static final JsonFields FIELDS = JsonFields.required().optional("text", "files");

    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName FILES = JsonName.of("files");
    private static final int MOST_FILES = 10;

    private EvidenceText() {}

    /** Reads the members of the object that the reader stands in. */
    static void read(BodyReader body, JsonWriter text) {
        boolean empty = true;
        for (int field = body.nextField(FIELDS); field >= 0; field = body.nextField(FIELDS)) {
            empty = false;
            switch (field) {
                case 0 -> TextFields.string(body, TEXT, 1, 5000, text);
                case 1 -> files(body, text);
                default -> throw new IllegalStateException("field " + field);
            }
        }
        if (empty) {
            throw body.invalidMember("/text", "must be given, or files");
        }
    }

    private static void files(BodyReader body, JsonWriter text) {
        text.name(FILES).beginArray();
        body.beginArray();
        int count = 0;
        while (body.nextElement()) {
            if (++count > MOST_FILES) {
                throw body.invalid("may name " + MOST_FILES + " files");
            }
            text.string(body.text(1, 2048));
        }
        text.endArray();
    }
}
