package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.OriginDecoder;
import io.clearhold.core.codec.RevokeKeyDecoder;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.TestGateway;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthenticationTest extends WithGateway {
    private static final String PATH =
            "/v1/payments/" + ObjectId.toText(IdKind.PAYMENT, Results.PAYMENT);

    @BeforeEach
    void decide() {
        server.ledger.on(
                GetObjectDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.refusal(ResultCode.NOT_FOUND, 0, 0));
        server.ledger.on(
                RevokeKeyDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> {
                    server.ledger.revoke(TestGateway.ACCOUNT_KEY);
                    return Results.key(
                            TestGateway.ACCOUNT_KEY, Role.ACCOUNT, 1, Results.MERCHANT, true);
                });
    }

    @Test
    void shouldTellTheLedgerWhoAsks() throws IOException {
        read(Role.PLATFORM, PATH);
        read(Role.ACCOUNT, PATH);
        read(Role.OPERATOR, PATH);
        assertOrigin(0, Role.PLATFORM, 1, 0, TestGateway.PLATFORM_KEY, 0);
        assertOrigin(1, Role.ACCOUNT, 1, Results.MERCHANT, TestGateway.ACCOUNT_KEY, 0);
        assertOrigin(2, Role.OPERATOR, 0, 0, TestGateway.OPERATOR_KEY, 0);
    }

    @Test
    void shouldLetThePaymentSecretWinOverAKey() throws IOException {
        String secret = server.secrets.payerSecret(Results.PAYMENT, 3);
        client.call(
                "GET",
                PATH,
                null,
                server.bearer(Role.PLATFORM),
                "Clearhold-Client-Secret: " + secret);
        assertOrigin(0, Role.PAYER_SECRET, 0, Results.PAYMENT, 0, 3);
    }

    @Test
    void shouldRefuseAWrongPaymentSecretBesideAGoodKey() throws IOException {
        Reply reply =
                client.call(
                        "GET",
                        PATH,
                        null,
                        server.bearer(Role.PLATFORM),
                        "Clearhold-Client-Secret: cs_nonsense");
        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void shouldForbidAPaymentSecretWhereNoPaymentIsMeant() throws IOException {
        String secret = server.secrets.clientSecret(Results.PAYMENT);
        Reply reply =
                client.call("GET", "/v1/ledger/head", null, "Clearhold-Client-Secret: " + secret);
        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void shouldForbidAClientSecretToConfirm() throws IOException {
        String secret = server.secrets.clientSecret(Results.PAYMENT);
        Reply reply =
                client.call(
                        "POST",
                        PATH + "/confirm",
                        null,
                        "Idempotency-Key: one",
                        "Clearhold-Client-Secret: " + secret);
        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void shouldRefuseKeysThatProveNothing() throws IOException {
        String good = server.secrets.apiKey(Role.PLATFORM, TestGateway.PLATFORM_KEY, 1);
        String last = good.endsWith("0") ? "1" : "0";
        String[] wrong = {
            "Basic " + good,
            "Bearer",
            "Bearer sk_x",
            "Bearer " + good.substring(0, good.length() - 1) + last,
            "Bearer " + good.replace("sk_", "ok_"),
            "Bearer " + server.secrets.apiKey(Role.PLATFORM, ObjectId.of(1, 99, 0), 1),
            "Bearer " + server.secrets.apiKey(Role.PLATFORM, TestGateway.PLATFORM_KEY, 2),
            "Bearer " + server.secrets.apiKey(Role.OPERATOR, TestGateway.PLATFORM_KEY, 1),
        };
        for (int round = 0; round < 2; round++) {
            for (String header : wrong) {
                Reply reply = client.call("GET", PATH, null, "Authorization: " + header);
                assertThat(reply.status()).as(header).isEqualTo(401);
            }
            // The second round meets a server that remembers the good key.
            assertThat(read(Role.PLATFORM, PATH).status()).isEqualTo(404);
        }
    }

    @Test
    void shouldRefuseARevokedKeyFromTheAnswerOn() throws IOException {
        assertThat(read(Role.ACCOUNT, PATH).status()).isEqualTo(404);
        String key = ObjectId.toText(IdKind.KEY, TestGateway.ACCOUNT_KEY);
        Reply revoked =
                client.call("DELETE", "/v1/keys/" + key, null, server.bearer(Role.PLATFORM));
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body()).contains("\"revoked\":true", "\"secret\":null");
        assertThat(read(Role.ACCOUNT, PATH).status()).isEqualTo(401);
        assertThat(read(Role.ACCOUNT, PATH).status()).isEqualTo(401);
    }

    private void assertOrigin(
            int message, Role role, long platform, long subject, long key, int attempt) {
        UnsafeBuffer buffer = new UnsafeBuffer(server.ledger.messages().get(message));
        OriginDecoder origin =
                new OriginDecoder().wrap(buffer, MessageHeaderDecoder.ENCODED_LENGTH);
        assertThat(Role.of(origin.role())).isEqualTo(role);
        assertThat(origin.platform()).isEqualTo(platform);
        assertThat(origin.subject()).isEqualTo(subject);
        assertThat(origin.key()).isEqualTo(key);
        assertThat(origin.attempt()).isEqualTo(attempt);
    }
}
