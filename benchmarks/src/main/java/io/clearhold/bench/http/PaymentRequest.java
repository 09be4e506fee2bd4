package io.clearhold.bench.http;

import io.clearhold.bench.load.RequestTemplate;

/** The request that creates a payment, with a key and a reference of its own each time. */
final class PaymentRequest {
    private PaymentRequest() {}

    static RequestTemplate of(SandboxKeys keys) {
        String head =
                "POST /v1/payments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + keys.platformKey()
                        + "\r\nIdempotency-Key: bench-"
                        + RequestTemplate.NUMBER
                        + "\r\n";
        String body =
                "{\"amount\":12900,\"currency\":\"CNY\",\"payee\":\""
                        + keys.merchant()
                        + "\",\"payer\":\""
                        + keys.buyer()
                        + "\",\"reference\":\"order-"
                        + RequestTemplate.NUMBER
                        + "\",\"mode\":\"escrow\",\"description\":\"Two books\"}";
        return RequestTemplate.post(head, body);
    }
}
