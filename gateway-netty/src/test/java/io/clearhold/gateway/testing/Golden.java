package io.clearhold.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.gateway.testing.RawClient.Reply;
import java.io.IOException;
import java.io.InputStream;

/** Answers whose bytes are a promise: a stored answer is rendered again for as long as it lives. */
public final class Golden {
    private Golden() {}

    /** Compares a body with {@code golden/<name>.json}, which has one line. */
    public static void check(String name, Reply reply) throws IOException {
        try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            String expected = file == null ? "" : new String(file.readAllBytes(), UTF_8).strip();
            assertThat(reply.body()).as(name).isEqualTo(expected);
        }
    }
}
