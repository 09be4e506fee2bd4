package io.clearhold.bench.http;

import io.clearhold.bench.load.AnswerCheck;
import io.clearhold.bench.load.RequestScript;
import io.clearhold.bench.load.RequestScript.Step;
import io.clearhold.bench.load.RequestTemplate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The life of a payment, request by request: created with a fee and a split and paid at once from
 * the buyer's wallet, shipped, a part confirmed, a part refunded, the rest confirmed. No bank is
 * asked, so that the ledger alone is measured; the wallet is filled once, before.
 */
final class LifeCycleRequests {
    static final int STEPS = 5;

    /** The one that fills the wallet. */
    static final int PAYMENTS_BEFORE = 1;

    private static final long FILLING = 1_000_000_000_000_000L;
    private static final Duration FILLED_WITHIN = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_NS = 50_000_000;
    private static final AnswerCheck CREATED = AnswerCheck.ofStatus(201);
    private static final AnswerCheck DONE = AnswerCheck.ofStatus(200);

    private LifeCycleRequests() {}

    static RequestScript script(ServerUnderTest server) throws IOException, InterruptedException {
        fillWallet(server);
        SandboxKeys keys = server.keys();
        String payment = "/v1/payments/" + RequestTemplate.PAYMENT;
        String create =
                "{\"amount\":12900,\"currency\":\"CNY\",\"payee\":\""
                        + keys.merchant()
                        + "\",\"payer\":\""
                        + keys.buyer()
                        + "\",\"reference\":\"order-"
                        + RequestTemplate.NUMBER
                        + "\",\"mode\":\"escrow\",\"fee\":{\"bps\":60},\"splits\":[{\"account\":\""
                        + keys.buyer()
                        + "\",\"bps\":500}],\"method\":{\"wallet\":\""
                        + keys.buyer()
                        + "\"}}";
        return RequestScript.of(
                List.of(
                        new Step(PaymentRequest.post("/v1/payments", keys, create), CREATED),
                        new Step(PaymentRequest.post(payment + "/ship", keys, "{}"), DONE),
                        new Step(
                                PaymentRequest.post(
                                        payment + "/confirm", keys, "{\"amount\":4300}"),
                                DONE),
                        new Step(
                                PaymentRequest.post(
                                        payment + "/refunds",
                                        keys,
                                        "{\"amount\":2150,\"reason\":\"one book was wet\"}"),
                                CREATED),
                        new Step(PaymentRequest.post(payment + "/confirm", keys, "{}"), DONE)));
    }

    private static void fillWallet(ServerUnderTest server)
            throws IOException, InterruptedException {
        SandboxKeys keys = server.keys();
        String base = "http://127.0.0.1:" + server.address().getPort();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            String body =
                    "{\"amount\":"
                            + FILLING
                            + ",\"currency\":\"CNY\",\"payee\":\""
                            + keys.buyer()
                            + "\",\"reference\":\"filling\",\"mode\":\"direct\",\"method\":"
                            + "{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}";
            send(
                    client,
                    request(base + "/v1/payments", keys)
                            .header("Idempotency-Key", "filling")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
            long deadlineNs = System.nanoTime() + FILLED_WITHIN.toNanos();
            String balance = base + "/v1/accounts/" + keys.buyer() + "/balance";
            while (!send(client, request(balance, keys)).contains("\"available\":" + FILLING)) {
                if (System.nanoTime() > deadlineNs) {
                    throw new IOException("the wallet was not filled in " + FILLED_WITHIN);
                }
                LockSupport.parkNanos(LOOK_AGAIN_NS);
            }
        }
    }

    private static HttpRequest.Builder request(String address, SandboxKeys keys) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + keys.platformKey());
    }

    private static String send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
