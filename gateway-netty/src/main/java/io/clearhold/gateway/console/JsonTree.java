package io.clearhold.gateway.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an answer of this server; texts of others are in it, but its form is our own. */
final class JsonTree {
    /** What is more in a list is not for a page. */
    private static final int ITEM_LIMIT = 10_000;

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTree() {}

    static JsonValue read(byte[] json, int length) {
        try (JsonParser parser = FACTORY.createParser(json, 0, length)) {
            parser.nextToken();
            return value(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer of this server is no JSON", e);
        }
    }

    private static JsonValue value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield new JsonValue.Members(members);
            }
            case START_ARRAY -> {
                List<JsonValue> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (items.size() < ITEM_LIMIT) {
                        items.add(value(parser));
                    } else {
                        parser.skipChildren();
                    }
                }
                yield new JsonValue.Items(items);
            }
            case VALUE_NUMBER_INT -> new JsonValue.Whole(parser.getLongValue());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Flag(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> JsonValue.NOTHING;
            default -> new JsonValue.Text(parser.getText());
        };
    }
}
