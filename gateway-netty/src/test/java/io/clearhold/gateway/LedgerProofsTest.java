package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.GetHeadDecoder;
import io.clearhold.core.codec.HeadResultEncoder;
import io.clearhold.core.codec.MessageHeaderEncoder;
import io.clearhold.core.codec.PayPaymentDecoder;
import io.clearhold.core.frame.Frame;
import io.clearhold.core.frame.FrameRecord;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.JournalReader;
import io.clearhold.gateway.testing.FakeLedgerProofs;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerProofsTest extends WithGateway {
    private static final String WANTED = "Clearhold-Receipt: 1";

    @BeforeEach
    void answerPayments() {
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payment(1, payment -> {}));
        server.ledger.on(
                PayPaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payment(1, payment -> {}));
        server.ledger.on(GetHeadDecoder.TEMPLATE_ID, (message, offset, sequence) -> head(sequence));
    }

    @Test
    void shouldSignTheHeadOfExactlyTheSequenceThatTheLedgerNamed() throws IOException {
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        server.ledgerProofs.size = 5;
        Reply reply = read(Role.ACCOUNT, "/v1/ledger/head");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(
                        "{\"object\":\"ledger_head\",\"journal\":\"%s\",\"sequence\":\"1\",\"state_hash\":\"%s\",\"tree_size\":1,\"root_hash\":\"%s\",\"signed_at\":\"2026-11-22T08:30:00.000Z\",\"signature\":\"c2ln\",\"keyid\":\"ed25519-%s\"}"
                                .formatted(
                                        "cd".repeat(16),
                                        "00000000000000010000000000000002",
                                        FakeLedgerProofs.HASH,
                                        "0f".repeat(16)));
    }

    @Test
    void shouldSayWhenToAskAgainWhileTheTreeIsBehind() throws IOException {
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        for (String path : new String[] {"head", "proofs/1", "consistency?from=1", "receipts/1"}) {
            Reply reply = read(Role.PLATFORM, "/v1/ledger/" + path);
            assertThat(reply.status()).as(path).isEqualTo(503);
            assertThat(code(reply)).isEqualTo("proof_unavailable");
            assertThat(reply.header("retry-after")).isEqualTo("1");
        }
    }

    @Test
    void shouldGiveThePublicKeyToEverybody() throws IOException {
        Reply reply = client.call("GET", "/v1/ledger/keys", null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("\"algorithm\":\"ed25519\",\"public_key\":\"AAAA");
    }

    @Test
    void shouldRefuseNumbersThatNoFrameCanHave() throws IOException {
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        server.ledgerProofs.size = 1;
        refused("proofs/x", "/sequence");
        refused("proofs/0", "/sequence");
        refused("proofs/-1", "/sequence");
        refused("proofs/99999999999999999999", "/sequence");
        refused("proofs/1?tree_size=0", "/tree_size");
        refused("proofs/1?tree_size=2", "/tree_size");
        refused("proofs/1?tree_size=x", "/tree_size");
        refused("consistency", "/from");
        refused("consistency?from=0", "/from");
        refused("consistency?from=1&to=0", "/to");
        refused("receipts/x", "/sequence");
        for (String path : new String[] {"proofs/2", "consistency?from=1&to=2", "receipts/2"}) {
            assertThat(read(Role.PLATFORM, "/v1/ledger/" + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void shouldShowProofsToWhoeverReadsTheTrialBalance() throws IOException {
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        server.ledgerProofs.size = 1;
        for (String path : new String[] {"proofs/1", "consistency?from=1"}) {
            assertThat(read(Role.AUDITOR, "/v1/ledger/" + path).status()).isEqualTo(200);
            assertThat(read(Role.ACCOUNT, "/v1/ledger/" + path).status()).isEqualTo(403);
        }
        assertThat(read(Role.PLATFORM, "/v1/ledger/proofs/1?tree_size=1").body())
                .contains(
                        "\"sequence\":\"1\"", "\"leaf_index\":0,\"tree_size\":1", "\"path\":[\"ab");
    }

    @Test
    void shouldNameTheReceiptOfAWriteThatAskedForOne() throws IOException {
        Reply plain = write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        assertThat(plain.headers()).doesNotContainKey("clearhold-receipt");
        for (String replayed : new String[] {"first", "again"}) {
            Reply reply =
                    client.call(
                            "POST",
                            "/v1/payments",
                            PAYMENT,
                            server.bearer(Role.PLATFORM),
                            "Idempotency-Key: receipt",
                            WANTED);
            assertThat(reply.header("clearhold-receipt"))
                    .as(replayed)
                    .isEqualTo("/v1/ledger/receipts/2");
        }
        Reply read = client.call("GET", "/healthz", null, WANTED);
        assertThat(read.headers()).doesNotContainKey("clearhold-receipt");
    }

    @Test
    void shouldBindRequestAndResultInAReceipt() throws Exception {
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        FrameRecord record = record(1);
        Reply reply = read(Role.PLATFORM, "/v1/ledger/receipts/1");
        assertThat(reply.status()).isEqualTo(200);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] digest =
                sha256.digest(("POST\n/v1/payments\n" + PAYMENT).getBytes(StandardCharsets.UTF_8));
        assertThat(member(reply, "request_digest"))
                .isEqualTo(HexFormat.of().formatHex(digest, 0, 16));
        byte[] result = Base64.getDecoder().decode(member(reply, "result"));
        assertThat(member(reply, "result_hash"))
                .isEqualTo(HexFormat.of().formatHex(sha256.digest(result)));
        assertThat(member(reply, "frame_hash")).isEqualTo(record.hash());
        assertThat(reply.body()).contains("\"head\":{\"object\":\"ledger_head\"");
    }

    @Test
    void shouldShowAReceiptOnlyToTheRealmThatMadeTheWrite() throws IOException {
        write(Role.PLATFORM, "POST", "/v1/payments", PAYMENT);
        FrameRecord _ = record(1);
        assertThat(read(Role.PLATFORM, "/v1/ledger/receipts/1").status()).isEqualTo(200);
        for (Role other : new Role[] {Role.ACCOUNT, Role.OPERATOR, Role.AUDITOR}) {
            assertThat(read(other, "/v1/ledger/receipts/1").status()).isEqualTo(404);
        }
    }

    @Test
    void shouldShowAReceiptToTheSecretThatMadeTheWriteAndToNoOther() throws IOException {
        String payer = "Clearhold-Client-Secret: " + server.secrets.clientSecret(Results.PAYMENT);
        String other =
                "Clearhold-Client-Secret: " + server.secrets.clientSecret(Results.PAYMENT + 1);
        Reply paid =
                client.call(
                        "POST",
                        "/v1/payments/pay_0200000000g00/pay",
                        "{\"method\":{\"channel\":\"sandbox\",\"token\":\"tok_success\"}}",
                        payer,
                        "Idempotency-Key: pay",
                        WANTED);
        assertThat(paid.header("clearhold-receipt")).isEqualTo("/v1/ledger/receipts/1");
        FrameRecord _ = record(1);
        String path = "/v1/ledger/receipts/1";
        assertThat(client.call("GET", path, null, payer).status()).isEqualTo(200);
        assertThat(client.call("GET", path, null, other).status()).isEqualTo(404);
        assertThat(read(Role.PLATFORM, path).status()).isEqualTo(404);
    }

    /** The record of a frame, which the tree then holds. */
    private FrameRecord record(long sequence) {
        Frame frame = new Frame();
        try (JournalReader reader = server.ledger.openReader()) {
            assertThat(reader.read(sequence, frame)).isTrue();
        }
        FrameRecord record = new FrameRecord().of(frame);
        server.ledgerProofs.size = sequence;
        server.ledgerProofs.frameHash = record.hash();
        return record;
    }

    private void refused(String path, String param) throws IOException {
        Reply reply = read(Role.PLATFORM, "/v1/ledger/" + path);
        assertThat(reply.status()).as(path).isEqualTo(400);
        assertThat(code(reply)).as(path).isEqualTo("invalid_field");
        assertThat(member(reply, "param")).as(path).isEqualTo(param);
    }

    private static byte[] head(long sequence) {
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        HeadResultEncoder result =
                new HeadResultEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        result.sequence(sequence).stateHashHigh(1).stateHashLow(2);
        return Results.bytes(buffer, result.encodedLength());
    }
}
