package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.testing.RawClient;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends WithGateway {
    private static final String WITH_TEXT =
            PAYMENT.replace(
                    "}",
                    ",\"description\":\"caf\u00e9 \\\"x\\\"\",\"metadata\":{\"k\":\"v\"},"
                            + "\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}");

    @BeforeEach
    void decide() {
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) ->
                        Results.payment(
                                sequence,
                                payment ->
                                        payment.showClientSecret((short) 1)
                                                .showPayerSecret((short) 1)
                                                .attempt(1)));
    }

    @Test
    void shouldGiveTheFirstAnswerAgainByteForByte() throws IOException {
        Reply first = create("one", WITH_TEXT);
        Reply second = create("one", WITH_TEXT);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body()).contains("\"metadata\":{\"k\":\"v\"}").doesNotContain("tok_");
        assertThat(first.headers()).doesNotContainKey("idempotency-replayed");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("idempotency-replayed")).isEqualTo("true");
        assertThat(second.header("clearhold-sequence"))
                .isEqualTo(first.header("clearhold-sequence"));
    }

    @Test
    void shouldGiveAStoredRefusalAgainByteForByte() throws IOException {
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.refusal(ResultCode.PAYEE_NOT_FOUND, 0, 0));
        Reply first = create("one", PAYMENT);
        Reply second = create("one", PAYMENT);
        assertThat(first.status()).isEqualTo(422);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("idempotency-replayed")).isEqualTo("true");
    }

    @Test
    void shouldRefuseAKeyThatWasUsedForAnotherBody() throws IOException {
        create("one", PAYMENT);
        Reply reply = create("one", PAYMENT + " ");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(code(reply)).isEqualTo("idempotency_key_reused");
    }

    @Test
    void shouldRefuseAKeyThatWasUsedForAnotherPath() throws IOException {
        create("one", PAYMENT);
        Reply reply =
                client.call(
                        "POST",
                        "/v1/payments/pay_0200000000g00/confirm",
                        null,
                        server.bearer(Role.PLATFORM),
                        "Idempotency-Key: one");
        assertThat(code(reply)).isEqualTo("idempotency_key_reused");
    }

    @Test
    void shouldNotStoreWhatWasRefusedBeforeTheLedger() throws IOException {
        assertThat(create("one", "{}").status()).isEqualTo(400);
        assertThat(create("one", PAYMENT).status()).isEqualTo(201);
    }

    @Test
    void shouldTellScopesApart() throws IOException {
        create("one", PAYMENT);
        Reply other =
                client.call(
                        "POST",
                        "/v1/payments",
                        PAYMENT,
                        server.bearer(Role.ACCOUNT),
                        "Idempotency-Key: one");
        assertThat(other.headers()).doesNotContainKey("idempotency-replayed");
        assertThat(origin(0).idempotencyHigh()).isNotEqualTo(origin(1).idempotencyHigh());
        assertThat(origin(0).digestHigh()).isEqualTo(origin(1).digestHigh());
    }

    @Test
    void shouldRefuseAKeyThatIsStillUnderWay() throws IOException {
        read(Role.PLATFORM, "/v1/ledger/head");
        server.ledger.silence(true);
        try (RawClient first = server.client()) {
            first.sendLines(
                    "POST /v1/payments HTTP/1.1",
                    "Host: x",
                    "Content-Type: application/json",
                    server.bearer(Role.PLATFORM),
                    "Idempotency-Key: one",
                    "Content-Length: " + PAYMENT.length(),
                    "",
                    PAYMENT);
            while (server.ledger.messages().size() < 2) {
                Thread.onSpinWait();
            }
            Reply reply = create("one", PAYMENT);
            assertThat(reply.status()).isEqualTo(409);
            assertThat(code(reply)).isEqualTo("idempotency_in_flight");
        }
    }

    private Reply create(String key, String body) throws IOException {
        return client.call(
                "POST",
                "/v1/payments",
                body,
                server.bearer(Role.PLATFORM),
                "Idempotency-Key: " + key);
    }

    private OriginDecoder origin(int message) {
        UnsafeBuffer buffer = new UnsafeBuffer(server.ledger.messages().get(message));
        return new OriginDecoder().wrap(buffer, MessageHeaderDecoder.ENCODED_LENGTH);
    }
}
