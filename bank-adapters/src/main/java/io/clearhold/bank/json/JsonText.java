package io.clearhold.bank.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes one JSON object, member by member in the order of the calls. Confined to one thread. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator generator;

    public JsonText() {
        try {
            generator = FACTORY.createGenerator(text);
            generator.writeStartObject();
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    public JsonText text(String name, String value) {
        try {
            generator.writeStringField(name, value);
            return this;
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** Leaves the member out when the value is empty. */
    public JsonText textIfAny(String name, String value) {
        return value.isEmpty() ? this : text(name, value);
    }

    public JsonText number(String name, long value) {
        try {
            generator.writeNumberField(name, value);
            return this;
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** A nested value that is JSON already. */
    public JsonText json(String name, String value) {
        try {
            generator.writeFieldName(name);
            generator.writeRawValue(value);
            return this;
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** A list whose elements are JSON already. */
    public JsonText list(String name, List<String> elements) {
        return json(name, "[" + String.join(",", elements) + "]");
    }

    /** The whole object; nothing can be added afterwards. */
    public String object() {
        try {
            generator.writeEndObject();
            generator.close();
            return text.toString();
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** The members without their braces, as the journal's texts have them. */
    public String members() {
        String object = object();
        return object.substring(1, object.length() - 1);
    }

    public byte[] bytes() {
        return object().getBytes(StandardCharsets.UTF_8);
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("writing to memory failed", e);
    }
}
