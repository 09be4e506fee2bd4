package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CreateWebhookEndpointDecoder;
import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.PingWebhookEndpointDecoder;
import io.clearhold.core.codec.ReplayWebhooksDecoder;
import io.clearhold.core.codec.RotateWebhookSecretDecoder;
import io.clearhold.core.codec.UpdateWebhookEndpointDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.testing.Golden;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookEndpointsTest extends WithGateway {
    private static final String ALL = "/v1/webhook_endpoints";
    private static final String ONE = ALL + "/whk_0200000000w00";
    private static final String BODY =
            "{\"url\":\"https://shop.example/hooks\",\"events\":[\"payment.*\",\"payout.paid\"],"
                    + "\"description\":\"Shop \\u00e9\"}";

    private final AtomicLong text = new AtomicLong();

    @BeforeEach
    void decide() {
        server.ledger.on(
                CreateWebhookEndpointDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> {
                    text.set(sequence);
                    return Results.webhookEndpoint(sequence, 1);
                });
        server.ledger.on(
                GetObjectDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.webhookEndpoint(text.get(), 1));
        server.ledger.on(
                UpdateWebhookEndpointDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> {
                    text.set(sequence);
                    return Results.webhookEndpoint(sequence, 1);
                });
        server.ledger.on(
                RotateWebhookSecretDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.webhookEndpoint(text.get(), 2));
        server.ledger.on(
                PingWebhookEndpointDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.webhookEndpoint(text.get(), 1));
        server.ledger.on(
                ReplayWebhooksDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.webhookEndpoint(text.get(), 1));
    }

    @Test
    void shouldShowTheSecretWhenItIsMadeAndNeverAgain() throws IOException {
        Reply created = create(BODY);
        assertThat(created.status()).isEqualTo(201);
        Golden.check("webhook_endpoint", created);
        String secret = member(created, "secret");
        assertThat(secret).isEqualTo(server.secrets.webhookSecret(Results.ENDPOINT, 1));
        assertThat(read(Role.PLATFORM, ONE).body()).contains("\"secret\":null");
        Reply rotated = write(Role.PLATFORM, "POST", ONE + "/rotate", null);
        assertThat(rotated.status()).isEqualTo(200);
        assertThat(member(rotated, "secret"))
                .isEqualTo(server.secrets.webhookSecret(Results.ENDPOINT, 2));
        assertThat(rotated.body()).contains("\"previous_secret_valid_until\":\"2026-");
        assertThat(write(Role.PLATFORM, "POST", ONE + "/ping", null).body())
                .contains("\"secret\":null");
    }

    @Test
    void shouldRefuseWhatCannotBeSentTo() throws IOException {
        String table =
                """
                {"url":"ftp://a.example/","events":["*"]} -> /url
                {"url":"http://u:p@a.example/","events":["*"]} -> /url
                {"url":"http://10.0.0.1/","events":["*"]} -> /url
                {"url":"http://[fd00::1]/","events":["*"]} -> /url
                {"url":"http://169.254.169.254/","events":["*"]} -> /url
                {"url":7,"events":["*"]} -> /url
                {"url":"https://a.example/#x","events":["*"]} -> /url
                {"url":"https://a.example/"} -> /events
                {"url":"https://a.example/","events":[]} -> /events
                {"url":"https://a.example/","events":"*"} -> /events
                {"url":"https://a.example/","events":["payment.held","payment.gone"]} -> /events/1
                {"url":"https://a.example/","events":["money.*"]} -> /events/0
                {"url":"https://a.example/","events":["webhook_endpoint.ping"]} -> /events/0
                {"url":"https://a.example/","events":[7]} -> /events/0
                """;
        for (String row : table.lines().toList()) {
            String[] cells = row.split(" -> ", -1);
            Reply reply = create(cells[0]);
            assertThat(reply.status()).as(row).isEqualTo(400);
            assertThat(code(reply)).as(row).isEqualTo("invalid_field");
            assertThat(member(reply, "param")).as(row).isEqualTo(cells[1]);
        }
        assertThat(code(create("{\"url\":\"https://a.example/\",\"events\":[\"*\"],\"x\":1}")))
                .isEqualTo("unknown_field");
    }

    @Test
    void shouldKeepWhatAPatchDoesNotName() throws IOException {
        create(BODY);
        Reply reply =
                client.call(
                        "PATCH",
                        ONE,
                        "{\"events\":[\"*\"],\"description\":null,\"disabled\":true}",
                        server.bearer(Role.PLATFORM));
        assertThat(reply.status()).isEqualTo(200);
        UpdateWebhookEndpointDecoder command =
                new UpdateWebhookEndpointDecoder()
                        .wrapAndApplyHeader(lastMessage(), 0, new MessageHeaderDecoder());
        assertThat(command.disabled()).isEqualTo((short) 1);
        byte[] bytes = new byte[command.textLength()];
        command.getText(bytes, 0, bytes.length);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("\"url\":\"https://shop.example/hooks\",\"events\":[\"*\"]");
        Reply removed = client.call("PATCH", ONE, "{\"url\":null}", server.bearer(Role.PLATFORM));
        assertThat(member(removed, "param")).isEqualTo("/url");
    }

    @Test
    void shouldTakeSequencesAsAnswersGiveThem() throws IOException {
        create(BODY);
        String path = ONE + "/replay";
        Reply reply =
                write(Role.PLATFORM, "POST", path, "{\"from_sequence\":\"12\",\"to_sequence\":34}");
        assertThat(reply.status()).isEqualTo(200);
        ReplayWebhooksDecoder command =
                new ReplayWebhooksDecoder()
                        .wrapAndApplyHeader(lastMessage(), 0, new MessageHeaderDecoder());
        assertThat(command.fromSequence()).isEqualTo(12);
        assertThat(command.toSequence()).isEqualTo(34);
        for (String wrong : new String[] {"\"x\"", "\"-1\"", "-1", "1.5", "\"\"", "null"}) {
            Reply refused =
                    write(
                            Role.PLATFORM,
                            "POST",
                            path,
                            "{\"from_sequence\":" + wrong + ",\"to_sequence\":3}");
            assertThat(code(refused)).as(wrong).isEqualTo("invalid_field");
        }
    }

    @Test
    void shouldLetAnAuditorReadOnly() throws IOException {
        create(BODY);
        assertThat(read(Role.AUDITOR, ONE).status()).isEqualTo(200);
        assertThat(write(Role.AUDITOR, "POST", ONE + "/ping", null).status()).isEqualTo(403);
        assertThat(write(Role.AUDITOR, "POST", ALL, BODY).status()).isEqualTo(403);
    }

    private Reply create(String body) throws IOException {
        return write(Role.PLATFORM, "POST", ALL, body);
    }

    private UnsafeBuffer lastMessage() {
        return new UnsafeBuffer(server.ledger.messages().getLast());
    }
}
