package io.clearhold.bench.http;

import io.clearhold.bench.load.RequestTemplate;

/** The requests that create payments, each with a key and a reference of its own. */
final class PaymentRequest {
    private PaymentRequest() {}

    /** One payment. */
    static RequestTemplate of(SandboxKeys keys) {
        return post("/v1/payments", keys, body(keys, ""));
    }

    /** A batch of so many. */
    static RequestTemplate batch(SandboxKeys keys, int payments) {
        StringBuilder operations = new StringBuilder("{\"operations\":[");
        for (int i = 0; i < payments; i++) {
            String suffix = "-" + i;
            operations
                    .append(i == 0 ? "" : ",")
                    .append("{\"idempotency_key\":\"bench-")
                    .append(RequestTemplate.NUMBER)
                    .append(suffix)
                    .append("\",\"method\":\"POST\",\"path\":\"/v1/payments\",\"body\":")
                    .append(body(keys, suffix))
                    .append('}');
        }
        return RequestTemplate.post(head("/v1/batch", keys), operations.append("]}").toString());
    }

    /** Any POST with a body and a key of its own. */
    static RequestTemplate post(String path, SandboxKeys keys, String body) {
        return RequestTemplate.post(head(path, keys) + idempotencyKey(), body);
    }

    private static String idempotencyKey() {
        return "Idempotency-Key: bench-" + RequestTemplate.NUMBER + "\r\n";
    }

    private static String head(String path, SandboxKeys keys) {
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + keys.platformKey()
                + "\r\n";
    }

    private static String body(SandboxKeys keys, String suffix) {
        return "{\"amount\":12900,\"currency\":\"CNY\",\"payee\":\""
                + keys.merchant()
                + "\",\"payer\":\""
                + keys.buyer()
                + "\",\"reference\":\"order-"
                + RequestTemplate.NUMBER
                + suffix
                + "\",\"mode\":\"escrow\",\"description\":\"Two books\"}";
    }
}
