package io.clearhold.gateway.page;

import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Workbench;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code GET /openapi.json}: the contract, written as YAML and served as JSON. */
public final class OpenApi implements Operation.Slow {
    private static final String RESOURCE = "/openapi.yaml";

    private byte @Nullable [] json;

    @Override
    public void run(Request request, Workbench bench, Answer answer) {
        answer.fixed(200, MediaType.JSON, json());
    }

    private synchronized byte[] json() {
        byte[] present = json;
        if (present == null) {
            JsonWriter out = new JsonWriter(64 * 1024);
            write(document(), out);
            present = out.toBytes();
            json = present;
        }
        return present;
    }

    /** The contract as maps, lists and scalars. */
    public static Map<String, Object> document() {
        try (InputStream stream = OpenApi.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is not in the jar");
            }
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(@Nullable Object value, JsonWriter out) {
        switch (value) {
            case null -> out.nullValue();
            case Map<?, ?> map -> {
                out.beginObject();
                map.forEach((name, member) -> {
                    out.name(String.valueOf(name));
                    write(member, out);
                });
                out.endObject();
            }
            case List<?> list -> {
                out.beginArray();
                list.forEach(item -> write(item, out));
                out.endArray();
            }
            case Boolean flag -> out.bool(flag);
            case Integer number -> out.number(number);
            case Long number -> out.number(number);
            case String text -> out.string(text);
            default ->
                    throw new IllegalStateException(
                            RESOURCE + " holds a " + value.getClass() + ": quote " + value);
        }
    }
}
