package io.clearhold.bank.support;

import io.clearhold.bank.json.JsonFields;
import io.clearhold.bank.json.JsonUnreadableException;
import io.clearhold.bank.sandbox.SandboxBankChannel;
import io.clearhold.bank.sandbox.SandboxChannelSettings;
import io.clearhold.bank.sandbox.server.SandboxBankServer;
import io.clearhold.bank.sandbox.server.SandboxBankSettings;
import io.clearhold.bank.sandbox.server.SandboxBankSettings.Limits;
import io.clearhold.bank.sandbox.wire.SharedSecret;
import io.clearhold.bank.spi.BankInstruction;
import io.clearhold.core.id.ObjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A sandbox bank on a free port, a channel to it, and an address for its callbacks. */
public final class RunningBank implements AutoCloseable {
    public static final SharedSecret SECRET =
            new SharedSecret("a secret for tests only".getBytes(StandardCharsets.UTF_8));

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final Path folder;
    private final CallbackEndpoint callbacks;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI uri;
    private final SandboxBankChannel channel;
    private SandboxBankServer server;

    public RunningBank(Path folder) {
        this.folder = folder;
        try {
            callbacks = new CallbackEndpoint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = start(0);
        uri = server.uri();
        channel = new SandboxBankChannel(new SandboxChannelSettings(uri, SECRET));
    }

    private SandboxBankServer start(int port) {
        try {
            return SandboxBankServer.start(settings(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SandboxBankSettings settings(int port) {
        return new SandboxBankSettings(
                "127.0.0.1", port, folder, callbacks.uri(), SECRET, Limits.DEFAULT);
    }

    public void stop() {
        server.close();
    }

    /** On the same folder and port. */
    public void startAgain() {
        server = start(uri.getPort());
    }

    public URI uri() {
        return uri;
    }

    public SandboxBankChannel channel() {
        return channel;
    }

    public CallbackEndpoint callbacks() {
        return callbacks;
    }

    public static BankInstruction collect(long amountMinor, String token) {
        String method = "{\"channel\":\"sandbox\",\"token\":\"" + token + "\"}";
        return new BankInstruction(
                nextId(), amountMinor, "CNY", new BankInstruction.Collect(method));
    }

    public static BankInstruction refund(long amountMinor) {
        return new BankInstruction(
                nextId(),
                amountMinor,
                "CNY",
                new BankInstruction.Refund(ObjectId.NONE, "not wanted"));
    }

    public static BankInstruction payout(long amountMinor, String number) {
        String destination =
                "{\"holder\":\"Li\",\"number\":\""
                        + number
                        + "\",\"bank\":\"BANK\",\"scheme\":\"cnaps\"}";
        return new BankInstruction(
                nextId(), amountMinor, "CNY", new BankInstruction.Payout(destination));
    }

    private static long nextId() {
        return ObjectId.of(1, SEQUENCE.incrementAndGet(), 0);
    }

    /** Moves the bank's time; returns its answer. */
    public JsonFields advanceSeconds(long seconds) {
        long nowMs = number(get("/control/clock"), "now_ms");
        return post("/control/clock", "{\"now_ms\":" + (nowMs + 1_000 * seconds) + "}");
    }

    public long balanceMinor() {
        String accounts = get("/accounts").body();
        int at = accounts.indexOf("\"balance\":");
        return at < 0
                ? 0
                : Long.parseLong(accounts.substring(at + 10, accounts.indexOf('}', at)).strip());
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri.resolve(path)).GET().build());
    }

    public JsonFields post(String path, String body) {
        return fields(
                send(
                        HttpRequest.newBuilder(uri.resolve(path))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build()));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonFields fields(HttpResponse<String> response) {
        try {
            return JsonFields.parse(response.body());
        } catch (JsonUnreadableException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    public static long number(HttpResponse<String> response, String name) {
        try {
            return fields(response).requiredNumber(name);
        } catch (JsonUnreadableException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    @Override
    public void close() {
        channel.close();
        server.close();
        callbacks.close();
        http.shutdownNow();
    }
}
