package io.clearhold.config.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One client: asks for one thing at a time, and asks again under the same key until it knows the
 * outcome, as every good client does. Confined to its thread while it runs.
 */
final class TortureClient implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MS = 20;
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");
    private static final int REMEMBERED = 200;

    private final String url;
    private final String apiKey;
    private final String merchant;
    private final String name;
    private final Random random;
    private final HttpClient http;
    private final List<Answered> answered = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();
    private long asked;
    private volatile long retried;
    private volatile boolean stopped;

    TortureClient(
            HttpClient http, String url, String apiKey, String merchant, String name, long seed) {
        this.http = http;
        this.url = url;
        this.apiKey = apiKey;
        this.merchant = merchant;
        this.name = name;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                Ask next = next();
                Answered answer = insist(next);
                if (answer != null) {
                    remember(answer);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is under way is given up: nobody knows its outcome. */
    void stop() {
        stopped = true;
    }

    /** Everything that was acknowledged to it; to be called once it has ended. */
    List<Answered> answered() {
        return List.copyOf(answered);
    }

    long retried() {
        return retried;
    }

    /** Sends once; null if the outcome is not known. */
    static @org.jspecify.annotations.Nullable HttpResponse<String> send(
            HttpClient http, String url, String apiKey, Ask ask) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + ask.path()))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + apiKey)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", ask.key())
                        .POST(HttpRequest.BodyPublishers.ofString(ask.body()))
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() >= 500 || response.statusCode() == 429 ? null : response;
        } catch (IOException e) {
            return null;
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private @org.jspecify.annotations.Nullable Answered insist(Ask ask)
            throws InterruptedException {
        while (!stopped) {
            HttpResponse<String> response = send(http, url, apiKey, ask);
            if (response != null) {
                return new Answered(ask, response.statusCode(), response.body());
            }
            retried++;
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
        return null;
    }

    private void remember(Answered answer) {
        answered.add(answer);
        Matcher id = ID.matcher(answer.body());
        if (answer.ask().path().equals("/v1/payments") && answer.status() == 201 && id.find()) {
            payments.add(id.group(1));
            if (payments.size() > REMEMBERED) {
                payments.removeFirst();
            }
        }
    }

    private Ask next() {
        String key = name + "-" + asked++;
        if (payments.isEmpty() || random.nextInt(3) == 0) {
            return create(key);
        }
        String payment = "/v1/payments/" + payments.get(random.nextInt(payments.size()));
        return switch (random.nextInt(6)) {
            case 0 ->
                    new Ask(
                            key,
                            payment + "/pay",
                            "{\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}");
            case 1 -> new Ask(key, payment + "/ship", "{\"carrier\":\"SF\"}");
            case 2 -> new Ask(key, payment + "/confirm", "{}");
            case 3 ->
                    new Ask(
                            key,
                            payment + "/confirm",
                            "{\"amount\":" + (1 + random.nextInt(50)) + "}");
            case 4 ->
                    new Ask(
                            key,
                            payment + "/refunds",
                            "{\"amount\":" + (1 + random.nextInt(80)) + ",\"reason\":\"torture\"}");
            default -> payOut(key);
        };
    }

    private Ask create(String key) {
        String method =
                random.nextInt(4) == 0
                        ? ""
                        : ",\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}";
        String mode = random.nextInt(3) == 0 ? "direct" : "escrow";
        return new Ask(
                key,
                "/v1/payments",
                "{\"amount\":%d,\"currency\":\"CNY\",\"payee\":\"%s\",\"reference\":\"%s\",\"mode\":\"%s\"%s}"
                        .formatted(100 + random.nextInt(9_900), merchant, key, mode, method));
    }

    private Ask payOut(String key) {
        return new Ask(
                key,
                "/v1/payouts",
                "{\"account\":\"%s\",\"amount\":%d,\"currency\":\"CNY\"}"
                        .formatted(merchant, 1 + random.nextInt(500)));
    }
}
