package io.clearhold.ledger.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.clearhold.core.port.LedgerProofs.SignedHead;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A signed head as JSON, in one line, as {@code GET /v1/ledger/head} gives it. */
public final class HeadJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private HeadJson() {}

    /** Without a line end. */
    public static String print(SignedHead head) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("object", "ledger_head");
            json.writeStringField("journal", head.journal());
            json.writeStringField("sequence", Long.toString(head.sequence()));
            json.writeStringField("state_hash", head.stateHash());
            json.writeNumberField("tree_size", head.sequence());
            json.writeStringField("root_hash", head.rootHash());
            json.writeStringField("signed_at", head.signedAt());
            json.writeStringField("signature", head.signature());
            json.writeStringField("keyid", head.keyId());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads a head; members that it does not know are passed over.
     *
     * @throws IOException with one sentence if it is none
     */
    public static SignedHead parse(String json) throws IOException {
        Map<String, String> members = members(json);
        long sequence = number(members, "sequence");
        if (number(members, "tree_size") != sequence) {
            throw new IOException("its tree_size is not its sequence");
        }
        return new SignedHead(
                text(members, "journal"),
                sequence,
                text(members, "state_hash"),
                text(members, "root_hash"),
                text(members, "signed_at"),
                text(members, "keyid"),
                text(members, "signature"));
    }

    private static Map<String, String> members(String json) throws IOException {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isScalarValue()) {
                    members.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return members;
    }

    private static long number(Map<String, String> members, String name) throws IOException {
        try {
            return Long.parseLong(text(members, name));
        } catch (NumberFormatException e) {
            throw new IOException("its " + name + " is no number", e);
        }
    }

    private static String text(Map<String, String> members, String name) throws IOException {
        String value = members.get(name);
        if (value == null) {
            throw new IOException("it has no " + name);
        }
        return value;
    }
}
