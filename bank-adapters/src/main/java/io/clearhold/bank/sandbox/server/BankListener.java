package io.clearhold.bank.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clearhold.bank.json.JsonUnreadableException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listening socket: turns exchanges into {@link BankRequest} and answers into bytes. */
final class BankListener implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(BankListener.class);

    private static final int CHUNK_BYTES = 1 << 16;

    private static final BankAnswer.Reply BUSY =
            BankAnswer.refusal(503, "busy", "Too many requests at once.");

    private final SandboxBankSettings.Limits limits;
    private final Presence presence;
    private final BankDoor door;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore inFlight;

    BankListener(
            InetSocketAddress address,
            SandboxBankSettings.Limits limits,
            Presence presence,
            BankDoor door)
            throws IOException {
        this.limits = limits;
        this.presence = presence;
        this.door = door;
        inFlight = new Semaphore(limits.maxRequestsInFlight());
        server = HttpServer.create(address, 0);
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!inFlight.tryAcquire()) {
                write(exchange, BUSY);
                return;
            }
            try {
                switch (answer(exchange)) {
                    case BankAnswer.Reply reply -> write(exchange, reply);
                    case BankAnswer.Document document -> write(exchange, document);
                    case BankAnswer.Silence silence -> presence.awaitTime(limits.holdMs());
                }
            } finally {
                inFlight.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BankAnswer answer(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(limits.maxBodyBytes() + 1);
            if (body.length > limits.maxBodyBytes()) {
                return BankAnswer.refusal(413, "too_large", "The body is too large.");
            }
            return door.answer(request(exchange, body));
        } catch (JsonUnreadableException e) {
            return BankAnswer.refusal(400, "invalid_request", e.why());
        } catch (RuntimeException e) {
            LOGGER.error("the sandbox bank failed", e);
            return BankAnswer.refusal(500, "bank_failed", "The bank failed; see its log.");
        }
    }

    private static BankRequest request(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new BankRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return query;
    }

    private static void write(HttpExchange exchange, BankAnswer.Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private static void write(HttpExchange exchange, BankAnswer.Document document)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", document.mediaType());
        // Length 0 says to this server: in chunks.
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), CHUNK_BYTES);
        document.content().writeTo(out);
        out.close();
    }

    /** Stops listening and breaks every connection. */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdown();
    }

    /** After a close: waits for handlers that still run, at most {@code ms}. */
    void awaitHandlers(long ms) throws InterruptedException {
        if (!executor.awaitTermination(ms, TimeUnit.MILLISECONDS)) {
            LOGGER.warn("requests are still under way; they will fail");
        }
    }
}
