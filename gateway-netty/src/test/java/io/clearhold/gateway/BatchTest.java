package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CancelPaymentDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.ReplyHandler;
import io.clearhold.core.result.ResultCode;
import io.clearhold.gateway.testing.RawClient;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code POST /v1/batch}: each operation as if it had come alone, a fault of the whole before any.
 */
class BatchTest extends WithGateway {
    private static final Pattern SEQUENCE = Pattern.compile(",\"sequence\":\"\\d+\"$");
    private static final String CANCEL = "/v1/payments/pay_0200000000g00/cancel";

    @BeforeEach
    void decide() {
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) ->
                        Results.payment(sequence, payment -> payment.showClientSecret((short) 1)));
        server.ledger.on(
                CancelPaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.refusal(ResultCode.NOT_FOUND, 0, 0));
    }

    @Test
    void shouldAnswerEachOperationAsIfItHadComeAlone() throws IOException {
        String odd = PAYMENT.replace("order-1001", "caf\u00e9 {[\\\"}\\\\");
        Reply batch =
                send(
                        payment("one", PAYMENT),
                        operation("two", CANCEL, null),
                        payment("three", odd),
                        payment("four", "{\"amount\":0}"));
        assertThat(batch.status()).isEqualTo(200);
        assertThat(statuses(batch)).containsExactly(201, 404, 201, 400);
        List<String> bodies = bodies(batch);
        assertThat(bodies.get(0)).isEqualTo(alone("one", "/v1/payments", PAYMENT).body());
        assertThat(bodies.get(1)).isEqualTo(alone("two", CANCEL, null).body());
        assertThat(bodies.get(2)).isEqualTo(alone("three", "/v1/payments", odd).body());
        assertThat(bodies.get(2)).contains("caf\u00e9 {[\\\"}\\\\");
        assertThat(bodies.get(3)).contains("\"code\":\"invalid_field\"", "\"param\":\"/amount\"");
        assertThat(batch.header("clearhold-sequence")).isEqualTo("3");
        assertThat(data(batch).stream().map(each -> each.get("sequence")).toList())
                .containsExactly("1", "2", "3", null);
        assertThat(batch.headers()).doesNotContainKey("idempotency-replayed");
    }

    @Test
    void shouldGiveTheSameBatchAgainByteForByte() throws IOException {
        String[] operations = {payment("one", PAYMENT), operation("two", CANCEL, "{}")};
        Reply first = send(operations);
        Reply again = send(operations);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        assertThat(again.header("clearhold-sequence"))
                .isEqualTo(first.header("clearhold-sequence"));
    }

    @Test
    void shouldReplayWhatWasAskedForAloneBefore() throws IOException {
        Reply alone = alone("one", "/v1/payments", PAYMENT);
        Reply batch = send(payment("one", PAYMENT), payment("two", PAYMENT));
        assertThat(bodies(batch).getFirst()).isEqualTo(alone.body());
        assertThat(batch.headers()).doesNotContainKey("idempotency-replayed");
    }

    @Test
    void shouldTreatAKeyThatComesTwiceLikeTwoRequestsInOrder() throws IOException {
        Reply batch =
                send(
                        payment("one", PAYMENT),
                        payment("one", PAYMENT),
                        payment("one", PAYMENT.replace("1001", "1002")));
        assertThat(statuses(batch)).containsExactly(201, 201, 422);
        assertThat(bodies(batch).get(1)).isEqualTo(bodies(batch).get(0));
        assertThat(bodies(batch).get(2)).contains("idempotency_key_reused");
    }

    @Test
    void shouldRefuseAKeyThatIsUnderWayInAnotherRequest() throws IOException {
        read(Role.PLATFORM, "/v1/ledger/head");
        server.ledger.silence(true);
        try (RawClient other = server.client()) {
            other.sendLines(
                    "POST /v1/batch HTTP/1.1",
                    "Host: x",
                    "Content-Type: application/json",
                    server.bearer(Role.PLATFORM),
                    "Content-Length: " + batch(payment("one", PAYMENT)).length(),
                    "",
                    batch(payment("one", PAYMENT)));
            while (server.ledger.messages().size() < 2) {
                Thread.onSpinWait();
            }
            server.ledger.silence(false);
            Reply reply = send(payment("one", PAYMENT), payment("two", PAYMENT));
            assertThat(statuses(reply)).containsExactly(409, 201);
            assertThat(bodies(reply).getFirst()).contains("idempotency_in_flight");
        }
    }

    @Test
    void shouldForgetKeysInFlightWhenTheBatchIsAnswered() throws IOException {
        send(payment("one", PAYMENT), payment("one", PAYMENT), payment("bad", "{}"));
        assertThat(client.call("GET", "/metrics", null).body())
                .contains("clearhold_http_idempotency_in_flight 0.0")
                .contains("clearhold_http_batch_operations_total 3.0");
    }

    @Test
    void shouldRefuseWhatCannotBeInABatch() throws IOException {
        Reply batch =
                send(
                        operation("a", "/v1/batch", "{\"operations\":[]}"),
                        operation("b", "/v1/statements?channel=sandbox", null),
                        operation("c", "/v1/sandbox/clock", "{\"advance_seconds\":1}"),
                        operation("d", "/callbacks/sandbox", "{}"),
                        operation("e", "/v1/nothing", "{}"),
                        operation("f", "/v1/ledger/head", "{}"),
                        operation("g", "http://x/v1/payments", PAYMENT),
                        operation("h", "/v1/payments/pay\u0101/cancel", "{}"),
                        payment("i", PAYMENT));
        assertThat(statuses(batch)).containsExactly(422, 422, 422, 404, 404, 405, 404, 404, 201);
        assertThat(bodies(batch).subList(0, 3)).allMatch(body -> body.contains("not_in_batch"));
    }

    @Test
    void shouldAskEveryOperationForAKeyOfItsOwn() throws IOException {
        Reply batch =
                send(
                        "{\"method\":\"POST\",\"path\":\"/v1/payments\",\"body\":" + PAYMENT + "}",
                        payment("", PAYMENT),
                        payment("k".repeat(256), PAYMENT),
                        payment("caf\u00e9", PAYMENT),
                        payment("\\u006fk", PAYMENT));
        assertThat(statuses(batch)).containsExactly(400, 400, 400, 400, 201);
        assertThat(bodies(batch).get(0)).contains("idempotency_key_missing");
        assertThat(bodies(batch).get(1)).contains("invalid_idempotency_key");
        assertThat(alone("ok", "/v1/payments", PAYMENT).headers())
                .containsKey("idempotency-replayed");
    }

    @Test
    void shouldRefuseTheWholeForAFaultOfItsEnvelope() throws IOException {
        String good = payment("one", PAYMENT);
        Map<String, String> faults =
                Map.of(
                        batch(good, "{\"method\":\"PUT\",\"path\":\"/v1/x\"}"),
                        "/operations/1/method",
                        batch(good, good, "{\"path\":\"/v1/x\"}"),
                        "/operations/2/method",
                        batch(good, "{\"method\":\"POST\"}"),
                        "/operations/1/path",
                        batch(good, operation("x", "/v1/payments", "[]")),
                        "/operations/1/body",
                        batch("{\"idempotency_key\":1}"),
                        "/operations/0/idempotency_key",
                        batch("{\"colour\":1}"),
                        "/operations/0/colour",
                        batch(good, "7"),
                        "/operations/1",
                        "{\"operations\":{}}",
                        "/operations",
                        "{}",
                        "/operations");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            Reply reply = post(fault.getKey());
            assertThat(reply.status()).as(fault.getKey()).isEqualTo(400);
            assertThat(member(reply, "param")).as(fault.getKey()).isEqualTo(fault.getValue());
        }
        assertThat(server.ledger.messages()).isEmpty();
    }

    @Test
    void shouldRefuseTheWholeForAFaultOfItsSyntax() throws IOException {
        String good = batch(payment("one", PAYMENT));
        for (String body :
                new String[] {
                    "",
                    "[]",
                    "{",
                    good.substring(0, good.length() - 1),
                    good + "x",
                    good + "\u00e9",
                    good.replace("]}", ",]}"),
                    good.replace("\"method\"", "\"method\":\"POST\",\"method\""),
                    "{\"operations\":[],\"operations\":[]}",
                    "{\"operations\":[{\"path\":\"\\q\",\"method\":\"POST\"}]}",
                    "{\"operations\":[{\"path\":\"/\\",
                    "{\"operations\":[{\"path\":\"/x\",\"body\":{\"a\":\"\\",
                }) {
            Reply reply = post(body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(code(reply)).as(body).isEqualTo("invalid_json");
        }
        assertThat(server.ledger.messages()).isEmpty();
    }

    @Test
    void shouldTakeFiveHundredOperationsAndNotOneMore() throws IOException {
        String[] most =
                IntStream.range(0, 500)
                        .mapToObj(i -> payment("key-" + i, PAYMENT))
                        .toArray(String[]::new);
        Reply reply = send(most);
        assertThat(statuses(reply)).hasSize(500).containsOnly(201);
        assertThat(bodies(reply).get(499))
                .isEqualTo(alone("key-499", "/v1/payments", PAYMENT).body());
        assertThat(reply.header("clearhold-sequence")).isEqualTo("500");

        String[] more = Arrays.copyOf(most, 501);
        more[500] = most[0];
        assertThat(member(send(more), "param")).isEqualTo("/operations");
        assertThat(post("{\"operations\":[]}").body())
                .isEqualTo("{\"object\":\"list\",\"data\":[],\"has_more\":false}");
    }

    @Test
    void shouldTakeALargerBodyThanOtherRequestsOnlyWithAKey() throws IOException {
        String long300k = batch(payment("one", PAYMENT)) + " ".repeat(300 * 1024);
        assertThat(statuses(post(long300k))).containsExactly(201);
        String tooLong = batch(payment("one", PAYMENT)) + " ".repeat(4 * 1024 * 1024);
        try (RawClient other = server.client()) {
            other.sendLines(
                    "POST /v1/batch HTTP/1.1",
                    "Host: x",
                    server.bearer(Role.PLATFORM),
                    "Content-Type: application/json",
                    "Content-Length: " + tooLong.length(),
                    "",
                    "");
            assertThat(other.read().status()).isEqualTo(413);
        }
        try (RawClient other = server.client()) {
            other.sendLines(
                    "POST /v1/batch HTTP/1.1",
                    "Host: x",
                    "Content-Length: " + long300k.length(),
                    "",
                    "");
            assertThat(other.read().status()).isEqualTo(413);
        }
    }

    @Test
    void shouldRefuseAnInnerBodyThatWouldBeTooLargeAlone() throws IOException {
        String large = PAYMENT.replace("{", "{" + " ".repeat(256 * 1024));
        Reply reply = send(payment("one", large), payment("two", PAYMENT));
        assertThat(statuses(reply)).containsExactly(413, 201);
    }

    @Test
    void shouldRefuseByRoleForTheWholeAndForEachOperation() throws IOException {
        Reply auditor =
                client.call(
                        "POST",
                        "/v1/batch",
                        batch(payment("one", PAYMENT)),
                        server.bearer(Role.AUDITOR));
        assertThat(code(auditor)).isEqualTo("forbidden");
        String account = "{\"type\":\"buyer\",\"name\":\"Li Na\"}";
        Reply reply =
                client.call(
                        "POST",
                        "/v1/batch",
                        batch(operation("a", "/v1/accounts", account), payment("one", PAYMENT)),
                        server.bearer(Role.ACCOUNT));
        assertThat(statuses(reply)).containsExactly(403, 201);
        assertThat(client.call("POST", "/v1/batch", "{", "Content-Type: text/plain").status())
                .isEqualTo(401);
        assertThat(
                        client.call(
                                        "POST",
                                        "/v1/batch",
                                        "{",
                                        "Content-Type: text/plain",
                                        server.bearer(Role.AUDITOR))
                                .status())
                .isEqualTo(415);
    }

    @Test
    void shouldSayForEachOperationThatNothingHappenedWhenTheRingIsFull() throws IOException {
        send(payment("zero", PAYMENT));
        server.ledger.refuseOffers(Ledger.Offer.FULL);
        Reply reply = send(payment("one", PAYMENT), payment("bad", "{}"));
        assertThat(statuses(reply)).containsExactly(503, 400);
        assertThat(bodies(reply).getFirst()).contains("\"code\":\"overloaded\"");
        server.ledger.refuseOffers(Ledger.Offer.ACCEPTED);
        server.ledger.fail(ReplyHandler.Failure.OUTCOME_UNKNOWN);
        assertThat(bodies(send(payment("one", PAYMENT))).getFirst())
                .contains("\"code\":\"outcome_unknown\"");
    }

    private Reply send(String... operations) throws IOException {
        return post(batch(operations));
    }

    private Reply post(String body) throws IOException {
        return client.call("POST", "/v1/batch", body, server.bearer(Role.PLATFORM));
    }

    private Reply alone(String key, String path, @Nullable String body) throws IOException {
        return client.call(
                "POST", path, body, server.bearer(Role.PLATFORM), "Idempotency-Key: " + key);
    }

    private static String batch(String... operations) {
        return "{\"operations\":[" + String.join(" ,\n", operations) + "]}";
    }

    private static String payment(String key, String body) {
        return operation(key, "/v1/payments", body);
    }

    private static String operation(String key, String path, @Nullable String body) {
        return "{\"idempotency_key\":\""
                + key
                + "\",\"method\":\"POST\",\"path\":\""
                + path
                + "\",\"body\":"
                + body
                + "}";
    }

    private static List<Integer> statuses(Reply reply) {
        return data(reply).stream().map(entry -> (Integer) entry.get("status")).toList();
    }

    /** The bytes of each body, found between what stands before and behind it. */
    private static List<String> bodies(Reply reply) {
        String all = reply.body();
        Matcher starts = Pattern.compile("\\{\"status\":\\d{3},\"body\":").matcher(all);
        List<Integer> ends = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        while (starts.find()) {
            if (starts.start() > 0 && !ends.isEmpty()) {
                bodies.add(all.substring(ends.getLast(), starts.start() - 2));
            }
            ends.add(starts.end());
        }
        bodies.add(all.substring(ends.getLast(), all.length() - "}],\"has_more\":false}".length()));
        return bodies.stream().map(body -> SEQUENCE.matcher(body).replaceFirst("")).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> data(Reply reply) {
        Map<String, Object> whole = new Yaml().load(reply.body());
        return (List<Map<String, Object>>) Objects.requireNonNull(whole.get("data"));
    }
}
