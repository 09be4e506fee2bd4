package io.clearhold.bank.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members of one JSON object. Nested objects and arrays stay text. Reading is strict about
 * syntax and duplicate names, and lenient about names that nobody asks for. Immutable.
 */
public final class JsonFields {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private record Value(JsonToken token, String text) {}

    private final Map<String, Value> values;

    private JsonFields(Map<String, Value> values) {
        this.values = values;
    }

    public static JsonFields parse(byte[] object) throws JsonUnreadableException {
        return parse(new String(object, StandardCharsets.UTF_8));
    }

    public static JsonFields parse(String object) throws JsonUnreadableException {
        try (JsonParser parser = FACTORY.createParser(object)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonUnreadableException("not a JSON object");
            }
            Map<String, Value> values = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                values.put(name, new Value(token, valueText(parser, token)));
            }
            if (parser.nextToken() != null) {
                throw new JsonUnreadableException("something follows the JSON object");
            }
            return new JsonFields(values);
        } catch (IOException e) {
            throw new JsonUnreadableException("not JSON: " + e.getMessage());
        }
    }

    /** Members without the braces, as the journal's texts have them; empty text has none. */
    public static JsonFields parseMembers(String members) throws JsonUnreadableException {
        return parse("{" + members + "}");
    }

    public boolean has(String name) {
        Value value = values.get(name);
        return value != null && value.token() != JsonToken.VALUE_NULL;
    }

    /** A string, empty where there is none. */
    public String text(String name) throws JsonUnreadableException {
        return has(name) ? require(name, JsonToken.VALUE_STRING) : "";
    }

    /** A string that must be there and not empty. */
    public String requiredText(String name) throws JsonUnreadableException {
        String text = text(name);
        if (text.isEmpty()) {
            throw new JsonUnreadableException("\"" + name + "\" is missing");
        }
        return text;
    }

    /** An integer, or {@code absent} where there is none. */
    public long number(String name, long absent) throws JsonUnreadableException {
        return has(name) ? requiredNumber(name) : absent;
    }

    /** An integer that must be there. */
    public long requiredNumber(String name) throws JsonUnreadableException {
        try {
            return Long.parseLong(require(name, JsonToken.VALUE_NUMBER_INT));
        } catch (NumberFormatException e) {
            throw new JsonUnreadableException("\"" + name + "\" is too large");
        }
    }

    /** A nested object as JSON text, {@code {}} where there is none. */
    public String object(String name) throws JsonUnreadableException {
        return has(name) ? require(name, JsonToken.START_OBJECT) : "{}";
    }

    private String require(String name, JsonToken token) throws JsonUnreadableException {
        Value value = values.get(name);
        if (value == null) {
            throw new JsonUnreadableException("\"" + name + "\" is missing");
        }
        if (value.token() != token) {
            throw new JsonUnreadableException("\"" + name + "\" has the wrong type");
        }
        return value.text();
    }

    private static String valueText(JsonParser parser, JsonToken token) throws IOException {
        if (!token.isStructStart()) {
            return parser.getText();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }
}
