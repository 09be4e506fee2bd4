package io.clearhold.bank.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clearhold.core.port.ChannelCallbacks.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Clearhold's side of callbacks: a real address that remembers what came. */
public final class CallbackEndpoint implements AutoCloseable {
    /** Answers a callback. */
    @FunctionalInterface
    public interface Taker {
        Answer take(Map<String, String> headers, String body);
    }

    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile Taker taker;

    public CallbackEndpoint() throws IOException {
        taker = (headers, body) -> new Answer(200, "");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/callbacks/sandbox", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks/sandbox");
    }

    public void answerWith(Taker next) {
        taker = next;
    }

    /** Every body that came, refused ones included. */
    public List<String> bodies() {
        return bodies;
    }

    /** Bodies about {@code id} with this status. */
    public List<String> bodies(String id, String status) {
        return bodies.stream()
                .filter(body -> body.contains("\"" + id + "\""))
                .filter(body -> body.contains("\"status\":\"" + status + "\""))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            bodies.add(body);
            Answer answer = taker.take(headers, body);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    answer.httpStatus(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
