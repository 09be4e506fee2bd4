package io.clearhold.bank.sandbox;

import io.clearhold.bank.json.JsonFields;
import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.json.JsonUnreadableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;

/** The sandbox bank's clock, over its control endpoint. A bank that is away has nothing due. */
public final class SandboxBankControl implements AutoCloseable {
    private final URI clock;
    private final Duration timeout;
    private final HttpClient client;

    public SandboxBankControl(URI bankUri, SandboxClockSettings settings) {
        clock = bankUri.resolve("/control/clock");
        timeout = Duration.ofMillis(settings.controlTimeoutMs());
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .build();
    }

    /** When the bank does something next by itself, in logged time. */
    OptionalLong nextDueMs() throws InterruptedException {
        return ask(HttpRequest.newBuilder(clock).timeout(timeout).GET().build());
    }

    /**
     * Moves the bank's time; returns once what was due is done and Clearhold was told of it.
     *
     * @return when it does something next
     */
    OptionalLong moveTo(long nowMs) throws InterruptedException {
        String body = new JsonText().number("now_ms", nowMs).object();
        return ask(
                HttpRequest.newBuilder(clock)
                        .timeout(timeout)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private OptionalLong ask(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonFields fields = JsonFields.parse(response.body());
            return response.statusCode() == 200 && fields.has("next_due_ms")
                    ? OptionalLong.of(fields.requiredNumber("next_due_ms"))
                    : OptionalLong.empty();
        } catch (IOException | JsonUnreadableException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
