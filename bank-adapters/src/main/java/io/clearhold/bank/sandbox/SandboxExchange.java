package io.clearhold.bank.sandbox;

import io.clearhold.bank.json.JsonFields;
import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.bank.sandbox.wire.SandboxSignature;
import io.clearhold.core.lifecycle.FailureReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One signed request and its signed answer. What the connection did decides between certainly not
 * sent and unknown: only a connection that never stood proves that no byte left.
 */
final class SandboxExchange implements AutoCloseable {
    /** What came of it. */
    sealed interface Outcome {
        /** The bank's authentic word. */
        record Answered(int status, JsonFields fields) implements Outcome {}

        record NotSent(String why) implements Outcome {}

        record NoAnswer(FailureReason why) implements Outcome {}
    }

    private final SandboxChannelSettings settings;
    private final InstantSource wallClock;
    private final HttpClient client;

    SandboxExchange(SandboxChannelSettings settings, InstantSource wallClock) {
        this.settings = settings;
        this.wallClock = wallClock;
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofMillis(settings.connectTimeoutMs()))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    Outcome send(String method, String path, String body) {
        long nowMs = wallClock.millis();
        String signature =
                SandboxSignature.sign(
                        settings.secret(),
                        nowMs,
                        SandboxSignature.requestSubject(method, path),
                        body);
        HttpRequest request =
                HttpRequest.newBuilder(settings.bankUri().resolve(path))
                        .header("Content-Type", "application/json")
                        .header(SandboxSignature.TIMESTAMP_HEADER, Long.toString(nowMs))
                        .header(SandboxSignature.SIGNATURE_HEADER, signature)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        // Not the request's own timeout: that one ends when the headers are there.
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(),
                                settings.maxAnswerBytes()));
        try {
            return read(
                    response.get(settings.requestTimeoutMs(), TimeUnit.MILLISECONDS), signature);
        } catch (TimeoutException e) {
            response.cancel(true);
            return new Outcome.NoAnswer(FailureReason.TIMEOUT);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.NoAnswer(FailureReason.CONNECTION_LOST);
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private static Outcome failed(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectException refused -> new Outcome.NotSent("the bank refuses connections");
            case HttpConnectTimeoutException late ->
                    new Outcome.NotSent("the bank does not answer");
            case HttpTimeoutException late -> new Outcome.NoAnswer(FailureReason.TIMEOUT);
            case IOException broken -> new Outcome.NoAnswer(FailureReason.CONNECTION_LOST);
            case null, default -> new Outcome.NoAnswer(FailureReason.BANK_ERROR);
        };
    }

    private Outcome read(HttpResponse<byte[]> response, String requestSignature) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        String subject = SandboxSignature.answerSubject(response.statusCode(), requestSignature);
        String flaw =
                SandboxSignature.flaw(
                        settings.secret(),
                        lowerCase(response.headers()),
                        subject,
                        body,
                        wallClock.millis());
        if (!flaw.isEmpty()) {
            return new Outcome.NoAnswer(FailureReason.BANK_ERROR);
        }
        try {
            return new Outcome.Answered(response.statusCode(), JsonFields.parse(body));
        } catch (JsonUnreadableException e) {
            return new Outcome.NoAnswer(FailureReason.BANK_ERROR);
        }
    }

    private static Map<String, String> lowerCase(HttpHeaders headers) {
        Map<String, String> map = new HashMap<>();
        headers.map()
                .forEach((name, values) ->
                        map.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return map;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
