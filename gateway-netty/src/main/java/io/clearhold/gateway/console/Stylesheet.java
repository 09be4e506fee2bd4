package io.clearhold.gateway.console;

import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code GET /console/console.css}. It tells nothing, so nobody has to log in for it. */
final class Stylesheet implements Operation.Local {
    private final byte[] css = read();

    @Override
    public void answer(Request request, Answer answer) {
        answer.fixed(200, MediaType.CSS, css);
    }

    private static byte[] read() {
        try (InputStream stream = Stylesheet.class.getResourceAsStream("console.css")) {
            if (stream == null) {
                throw new IllegalStateException("console.css is not on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
