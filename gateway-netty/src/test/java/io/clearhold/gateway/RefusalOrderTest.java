package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler.Failure;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The order of refusals: each request has every later fault as well, and is refused for the first.
 */
class RefusalOrderTest extends WithGateway {
    private static final String UNKNOWN_FIELD = "{\"amount\":0,\"colour\":1}";

    @Test
    void shouldRefuseAnUnknownCallerBeforeAnUnknownPath() throws IOException {
        Reply reply = client.call("POST", "/v1/nothing", "{", "Content-Type: text/plain");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(code(reply)).isEqualTo("unauthenticated");
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
    }

    @Test
    void shouldRefuseAnUnknownPathBeforeItsMediaType() throws IOException {
        Reply reply =
                client.call(
                        "POST",
                        "/v1/nothing",
                        "{",
                        server.bearer(Role.PLATFORM),
                        "Content-Type: text/plain");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(code(reply)).isEqualTo("not_found");
    }

    @Test
    void shouldNameTheMethodsOfAPath() throws IOException {
        Reply reply =
                client.call("DELETE", "/v1/accounts/acc_1", null, server.bearer(Role.PLATFORM));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("allow")).isEqualTo("GET, HEAD, PATCH");
    }

    @Test
    void shouldRefuseAMediaTypeBeforeAMissingIdempotencyKey() throws IOException {
        Reply reply =
                client.call(
                        "POST",
                        "/v1/payments",
                        "{",
                        server.bearer(Role.AUDITOR),
                        "Content-Type: text/plain");
        assertThat(reply.status()).isEqualTo(415);
    }

    @Test
    void shouldRefuseAMissingIdempotencyKeyBeforeSyntax() throws IOException {
        Reply reply = client.call("POST", "/v1/payments", "{", server.bearer(Role.AUDITOR));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo("idempotency_key_missing");
    }

    @Test
    void shouldRefuseAnIdempotencyKeyThatIsTooLong() throws IOException {
        Reply reply =
                client.call(
                        "POST",
                        "/v1/payments",
                        "{",
                        server.bearer(Role.AUDITOR),
                        "Idempotency-Key: " + "k".repeat(256));
        assertThat(code(reply)).isEqualTo("invalid_idempotency_key");
    }

    @Test
    void shouldRefuseSyntaxBeforeFields() throws IOException {
        Reply reply = write(Role.AUDITOR, "POST", "/v1/payments", UNKNOWN_FIELD + "}");
        assertThat(code(reply)).isEqualTo("invalid_json");
    }

    @Test
    void shouldRefuseADuplicateNameDeepInsideBeforeFields() throws IOException {
        Reply reply = write(Role.AUDITOR, "POST", "/v1/payments", "{\"colour\":{\"a\":1,\"a\":2}}");
        assertThat(code(reply)).isEqualTo("invalid_json");
    }

    @Test
    void shouldRefuseFieldsBeforeTheRole() throws IOException {
        Reply reply = write(Role.AUDITOR, "POST", "/v1/payments", UNKNOWN_FIELD);
        assertThat(code(reply)).isEqualTo("invalid_field");
        assertThat(member(reply, "param")).isEqualTo("/amount");
    }

    @Test
    void shouldRefuseARoleThatMayNeverCallIt() throws IOException {
        Reply reply = write(Role.AUDITOR, "POST", "/v1/payments", PAYMENT);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(code(reply)).isEqualTo("forbidden");
        assertThat(server.ledger.messages()).isEmpty();
    }

    @Test
    void shouldPassOnWhatTheLedgerRefuses() throws IOException {
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) ->
                        Results.refusal(ResultCode.SPLITS_EXCEED_AMOUNT, 200, 100));
        Reply reply = write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.header("clearhold-sequence")).isEqualTo("1");
        assertThat(reply.header("request-id")).isEqualTo("req_0000000000001");
        assertThat(reply.body())
                .isEqualTo(
                        """
                        {"type":"/docs/errors#splits_exceed_amount","title":"Unprocessable Content",\
                        "status":422,"detail":"Fee and splits come to 200 of 100.",\
                        "code":"splits_exceed_amount","param":"/splits","request_id":"req_0000000000001"}\
                        """);
    }

    @Test
    void shouldSayThatNothingHappenedWhenTheRingIsFull() throws IOException {
        read(Role.PLATFORM, "/v1/ledger/head");
        server.ledger.refuseOffers(Ledger.Offer.FULL);
        Reply reply = write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(code(reply)).isEqualTo("overloaded");
        assertThat(reply.header("retry-after")).isEqualTo("1");
    }

    @Test
    void shouldSayWhenTheLedgerHasStopped() throws IOException {
        server.ledger.refuseOffers(Ledger.Offer.STOPPED);
        Reply reply = read(Role.PLATFORM, "/v1/ledger/head");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(code(reply)).isEqualTo("unavailable");
    }

    @Test
    void shouldTellEveryFailureOfTheLedgerApart() throws IOException {
        for (Failure failure : Failure.values()) {
            server.ledger.fail(failure);
            Reply reply = write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.headers()).containsKey("retry-after");
            assertThat(code(reply))
                    .isEqualTo(
                            switch (failure) {
                                case OUTCOME_UNKNOWN -> "outcome_unknown";
                                case STOPPED -> "unavailable";
                                case STORAGE_FULL -> "storage_full";
                            });
        }
    }
}
