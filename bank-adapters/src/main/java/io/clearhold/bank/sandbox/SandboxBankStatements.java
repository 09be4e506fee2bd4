package io.clearhold.bank.sandbox;

import io.clearhold.bank.json.JsonFields;
import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.core.port.SandboxStatements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches statements from the sandbox bank's socket. Safe for many threads. */
public final class SandboxBankStatements implements SandboxStatements, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SandboxBankStatements.class);

    /**
     * The bounds of one fetch.
     *
     * @param maxBytes of memory, less than 2 GiB; a longer statement is refused: a day's may fit
     *     where all days' do not
     * @param connectTimeoutMs wall time for a connection
     * @param answerTimeoutMs wall time for the whole document
     */
    public record Limits(int maxBytes, long connectTimeoutMs, long answerTimeoutMs) {}

    private final URI bankUri;
    private final Limits limits;
    private final HttpClient client;

    public SandboxBankStatements(URI bankUri, Limits limits) {
        this.bankUri = bankUri;
        this.limits = limits;
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofMillis(limits.connectTimeoutMs()))
                        .build();
    }

    @Override
    public Outcome fetch(Optional<LocalDate> date) throws InterruptedException {
        String path = date.map(day -> "/statement?date=" + day).orElse("/statement");
        HttpRequest request = HttpRequest.newBuilder(bankUri.resolve(path)).GET().build();
        BoundedBody body = new BoundedBody(limits.maxBytes());
        CompletableFuture<HttpResponse<Void>> response =
                client.sendAsync(request, BodyHandlers.ofByteArrayConsumer(body::take));
        try {
            int status = response.get(limits.answerTimeoutMs(), TimeUnit.MILLISECONDS).statusCode();
            return outcome(status, body);
        } catch (TimeoutException e) {
            response.cancel(true);
            return new Outcome.Away();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException)) {
                LOGGER.warn("a statement could not be fetched", e.getCause());
            }
            return new Outcome.Away();
        }
    }

    private Outcome outcome(int status, BoundedBody body) {
        if (body.isTooLarge()) {
            return new Outcome.Refused(
                    "The statement is larger than "
                            + limits.maxBytes()
                            + " bytes: ask for one day with \"date\".");
        }
        return switch (status) {
            case 200 -> new Outcome.Document(body.bytes());
            case 400 -> new Outcome.Refused(detail(body.bytes()));
            default -> {
                LOGGER.warn("the sandbox bank answers {} for a statement", status);
                yield new Outcome.Away();
            }
        };
    }

    private static String detail(byte[] body) {
        try {
            return JsonFields.parse(body).requiredText("detail");
        } catch (JsonUnreadableException e) {
            return "The bank refuses it.";
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** Keeps a body up to its limit, and of a longer one only that it is longer. */
    private static final class BoundedBody {
        private final long maxBytes;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooLarge;

        BoundedBody(long maxBytes) {
            this.maxBytes = maxBytes;
        }

        /** Called part by part, one after the other; empty is the end. */
        synchronized void take(Optional<byte[]> part) {
            if (part.isPresent() && !tooLarge) {
                tooLarge = bytes.size() + part.get().length > maxBytes;
                if (tooLarge) {
                    bytes.reset();
                } else {
                    bytes.writeBytes(part.get());
                }
            }
        }

        synchronized boolean isTooLarge() {
            return tooLarge;
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
