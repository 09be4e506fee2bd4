package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.UpdateAccountDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountUpdateTest extends WithGateway {
    private static final String PATH = "/v1/accounts/acc_0200000000800";

    private final AtomicLong text = new AtomicLong();
    private final AtomicInteger lateTries = new AtomicInteger();

    @BeforeEach
    void decide() throws IOException {
        server.ledger.on(
                CreateAccountDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> {
                    text.set(sequence);
                    return Results.account(sequence, false);
                });
        server.ledger.on(
                GetObjectDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.account(text.get(), false));
        server.ledger.on(
                UpdateAccountDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> {
                    if (lateTries.getAndDecrement() > 0) {
                        return Results.refusal(ResultCode.TEXT_CHANGED, 0, 0);
                    }
                    text.set(sequence);
                    return Results.account(sequence, false);
                });
        write(
                Role.PLATFORM,
                "POST",
                "/v1/accounts",
                "{\"type\":\"buyer\",\"name\":\"Li\",\"reference\":\"r1\",\"metadata\":{\"a\":\"1\",\"b\\\"\":\"2\"}}");
    }

    @Test
    void shouldKeepWhatIsNotNamedAndRemoveWhatIsNull() throws IOException {
        Reply reply =
                patch(
                        "{\"email\":\"li@b.cn\",\"reference\":null,\"metadata\":{\"a\":null,\"b\\\"\":\"3\",\"c\":\"4\"}}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(lastText())
                .isEqualTo(
                        "\"name\":\"Li\",\"email\":\"li@b.cn\",\"metadata\":{\"b\\\"\":\"3\",\"c\":\"4\"}");
        assertThat(reply.body()).contains("\"name\":\"Li\"", "\"reference\":null");
    }

    @Test
    void shouldClearTheMetadata() throws IOException {
        patch("{\"metadata\":null}");
        assertThat(lastText()).isEqualTo("\"name\":\"Li\",\"reference\":\"r1\"");
    }

    @Test
    void shouldReadAgainWhenSomebodyElseWasFaster() throws IOException {
        lateTries.set(2);
        assertThat(patch("{\"name\":\"Wu\"}").status()).isEqualTo(200);
        assertThat(lastText()).contains("\"name\":\"Wu\"");
    }

    @Test
    void shouldGiveUpAfterThreeTries() throws IOException {
        lateTries.set(3);
        Reply reply = patch("{\"name\":\"Wu\"}");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(code(reply)).isEqualTo("object_changed");
    }

    @Test
    void shouldRepeatTheAnswerOfTheTryThatCounted() throws IOException {
        lateTries.set(1);
        Reply first = keyed("{\"name\":\"Wu\"}");
        Reply second = keyed("{\"name\":\"Wu\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("idempotency-replayed")).isEqualTo("true");
        assertThat(code(keyed("{\"name\":\"Xu\"}"))).isEqualTo("idempotency_key_reused");
    }

    @Test
    void shouldRefuseToRemoveTheName() throws IOException {
        Reply reply = patch("{\"name\":null}");
        assertThat(code(reply)).isEqualTo("invalid_field");
        assertThat(member(reply, "param")).isEqualTo("/name");
    }

    @Test
    void shouldForbidAnAuditorToWrite() throws IOException {
        Reply reply = client.call("PATCH", PATH, "{}", server.bearer(Role.AUDITOR));
        assertThat(reply.status()).isEqualTo(403);
    }

    private Reply patch(String body) throws IOException {
        return client.call("PATCH", PATH, body, server.bearer(Role.PLATFORM));
    }

    private Reply keyed(String body) throws IOException {
        return client.call(
                "PATCH", PATH, body, server.bearer(Role.PLATFORM), "Idempotency-Key: patch");
    }

    private String lastText() {
        UnsafeBuffer message = new UnsafeBuffer(server.ledger.messages().getLast());
        UpdateAccountDecoder command =
                new UpdateAccountDecoder()
                        .wrapAndApplyHeader(message, 0, new MessageHeaderDecoder());
        byte[] bytes = new byte[command.textLength()];
        command.getText(bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
