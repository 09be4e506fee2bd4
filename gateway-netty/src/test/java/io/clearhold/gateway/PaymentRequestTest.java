package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.testing.RawClient;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.TestGateway;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentRequestTest {
    private TestGateway server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server = new TestGateway();
        client = server.client();
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) ->
                        Results.payment(sequence, payment -> payment.showClientSecret((short) 1)));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void shouldAnswerACreatedPayment() throws IOException {
        Reply reply =
                client.call(
                        "POST",
                        "/v1/payments",
                        "{\"amount\":12900,\"currency\":\"CNY\",\"payee\":\"acc_0400000000200\",\"reference\":\"order-1001\",\"mode\":\"escrow\"}",
                        server.bearer(Role.PLATFORM),
                        "Idempotency-Key: one");
        System.out.println(reply);
        assertThat(reply.status()).isEqualTo(201);
    }
}
