package io.clearhold.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.AdvanceClockDecoder;
import io.clearhold.core.codec.ClockResultEncoder;
import io.clearhold.core.codec.GetHeadDecoder;
import io.clearhold.core.codec.HeadResultEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.GatewaySettings.HttpLimits;
import io.clearhold.gateway.testing.RawClient;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.TestGateway;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/** HTTP as bytes: order, limits, timeouts, and what is no HTTP at all. */
class ConnectionTest extends WithGateway {
    private static final HttpLimits SHORT =
            new HttpLimits(1024, 4096, 300, 2048, 20, 512, 300, 600, 400, 300, 8, 50, 8192, 5);

    @Override
    protected TestGateway create() throws InterruptedException {
        return new TestGateway(SHORT);
    }

    @Test
    void shouldAnswerPipelinedRequestsInOrder() throws IOException {
        server.ledger.on(GetHeadDecoder.TEMPLATE_ID, (message, offset, sequence) -> head());
        server.ledgerProofs.size = 7;
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            boolean local = i % 3 == 0;
            requests.append("GET ")
                    .append(local ? "/healthz" : "/v1/ledger/head")
                    .append(" HTTP/1.1\r\nHost: x\r\n")
                    .append(server.bearer(Role.PLATFORM))
                    .append("\r\n\r\n");
        }
        client.send(requests.toString());
        for (int i = 0; i < 50; i++) {
            assertThat(client.read().body()).contains(i % 3 == 0 ? "alive" : "state_hash");
        }
    }

    @Test
    void shouldAnswerWhatAHalfClosedClientAskedFor() throws IOException {
        client.send(
                "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /version HTTP/1.1\r\nHost: x\r\n\r\n");
        client.endOutput();
        assertThat(client.read().body()).contains("alive");
        assertThat(client.read().body()).contains("0.1.0");
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void shouldTakeARequestByteByByte() throws IOException {
        for (byte b : "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII)) {
            client.send(new byte[] {b});
        }
        assertThat(client.read().status()).isEqualTo(200);
    }

    @Test
    void shouldTakeAChunkedBody() throws IOException {
        client.sendLines(
                "POST /callbacks/sandbox HTTP/1.1",
                "Host: x",
                "X-Sign: s",
                "Transfer-Encoding: chunked",
                "",
                "3",
                "abc",
                "2",
                "de",
                "0",
                "",
                "");
        assertThat(client.read().body()).isEqualTo("sandbox:s:5");
    }

    @Test
    void shouldAnswerHeadWithoutBody() throws IOException {
        Reply reply = client.call("HEAD", "/healthz", null);
        assertThat(reply.header("content-length")).isEqualTo("18");
        assertThat(client.call("GET", "/healthz", null).body()).hasSize(18);
    }

    @Test
    void shouldAskForABodyThatWaits() throws IOException {
        client.sendLines(
                "POST /callbacks/sandbox HTTP/1.1",
                "Host: x",
                "X-Sign: s",
                "Expect: 100-continue",
                "Content-Length: 2",
                "",
                "");
        assertThat(client.read().status()).isEqualTo(100);
        client.send("ok");
        assertThat(client.read().body()).isEqualTo("sandbox:s:2");
    }

    @Test
    void shouldCloseAfterHttp10() throws IOException {
        client.send("GET /healthz HTTP/1.0\r\n\r\n");
        assertThat(client.read().header("connection")).isEqualTo("close");
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void shouldRefuseWhatIsNoHttpOnceAndClose() throws IOException {
        String[] faults = {
            "HELLO\r\n\r\n",
            "GET /healthz HTTP/1.1\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET /healthz HTTP/2.0\r\nHost: x\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n",
            "POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            "POST /healthz HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        };
        for (String fault : faults) {
            try (RawClient one = server.client()) {
                one.send(fault);
                Reply reply = one.read();
                assertThat(reply.status()).as(fault).isEqualTo(400);
                assertThat(code(reply)).isEqualTo("malformed_request");
                assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
                assertThat(one.isClosedByServer()).isTrue();
            }
        }
    }

    @Test
    void shouldRefuseABodyThatIsAnnouncedTooLarge() throws IOException {
        client.send("POST /v1/payments HTTP/1.1\r\nHost: x\r\nContent-Length: 1025\r\n\r\n");
        assertThat(client.read().status()).isEqualTo(413);
        client.send("x".repeat(1025));
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void shouldRefuseABodyThatGrowsTooLarge() throws IOException {
        client.send("POST /v1/payments HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.send("401\r\n" + "x".repeat(1025) + "\r\n");
        Reply reply = client.read();
        assertThat(reply.status()).isEqualTo(413);
        assertThat(code(reply)).isEqualTo("body_too_large");
    }

    @Test
    void shouldRefuseTooManyOrTooLargeHeaders() throws IOException {
        try (RawClient one = server.client()) {
            one.send("GET /healthz HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(20) + "\r\n");
            assertThat(one.read().status()).isEqualTo(431);
        }
        try (RawClient one = server.client()) {
            one.send("GET /healthz HTTP/1.1\r\nHost: x\r\nA: " + "b".repeat(3000) + "\r\n\r\n");
            assertThat(one.read().status()).isEqualTo(431);
        }
        client.send("GET /" + "x".repeat(600) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(client.read().status()).isEqualTo(414);
    }

    @Test
    void shouldEndARequestThatDoesNotArrive() throws IOException {
        client.send("GET /healthz HT");
        assertThat(client.read().status()).isEqualTo(408);
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void shouldCloseAnIdleConnection() throws IOException {
        client.call("GET", "/healthz", null);
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void shouldSayThatTheOutcomeIsUnknownWhenTheLedgerDoesNotAnswer() throws IOException {
        read(Role.PLATFORM, "/v1/ledger/head");
        server.ledger.silence(true);
        Reply reply = write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(code(reply)).isEqualTo("outcome_unknown");
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void shouldFinishRequestsInProgressWhenItStops() throws Exception {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        server.clock = reached;
        server.ledger.on(AdvanceClockDecoder.TEMPLATE_ID, (message, offset, sequence) -> clock());
        client.sendLines(
                "POST /v1/sandbox/clock HTTP/1.1",
                "Host: x",
                "Idempotency-Key: c",
                server.bearer(Role.OPERATOR),
                "Content-Type: application/json",
                "Content-Length: 22",
                "",
                "{\"advance_seconds\":60}");
        while (server.ledger.messages().isEmpty()) {
            Thread.onSpinWait();
        }
        Thread closing = Thread.ofVirtual().start(server.gateway::close);
        assertThat(client.hasNothingYet()).isTrue();
        reached.complete(null);
        Reply reply = client.read();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("connection")).isEqualTo("close");
        closing.join();
        assertThat(client.isClosedByServer()).isTrue();
    }

    private static byte[] head() {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        HeadResultEncoder result =
                new HeadResultEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.sequence(7).stateHashHigh(1).stateHashLow(2);
        return Results.bytes(buffer, result.encodedLength());
    }

    private static byte[] clock() {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        ClockResultEncoder result =
                new ClockResultEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.nowMs(1).targetMs(2).nextDeadlineMs(3);
        return Results.bytes(buffer, result.encodedLength());
    }
}
