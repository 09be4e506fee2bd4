package io.clearhold.config.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object whose members are all texts, in the order in which they were given. */
public record JsonMembers(Map<String, String> members) {
    private static final JsonFactory FACTORY = new JsonFactory();

    public JsonMembers {
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Names and values in turn. */
    public static JsonMembers of(String... namesAndValues) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new JsonMembers(members);
    }

    /**
     * Reads an object; what is not a text is taken as it is written, nested values are refused.
     *
     * @throws IOException if it is not such an object
     */
    public static JsonMembers parse(String json) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (!parser.nextToken().isScalarValue()) {
                    throw new IOException("the member \"" + name + "\" is not a text");
                }
                members.put(name, parser.getText());
            }
        }
        return new JsonMembers(members);
    }

    /** The value of a member, empty if there is none. */
    public String get(String name) {
        return members.getOrDefault(name, "");
    }

    /** In one line. */
    public String line() {
        return write(false);
    }

    /** A member a line, with a line end. */
    public String lines() {
        return write(true) + "\n";
    }

    /** As a command carries it: without the braces. */
    public String withoutBraces() {
        String line = line();
        return line.substring(1, line.length() - 1);
    }

    private String write(boolean pretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (pretty) {
                generator.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            generator.writeStartObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                generator.writeStringField(member.getKey(), member.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return text.toString();
    }
}
