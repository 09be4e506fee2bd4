package io.clearhold.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.codec.CreateAccountDecoder;
import io.clearhold.core.codec.CreatePaymentDecoder;
import io.clearhold.core.codec.GetObjectDecoder;
import io.clearhold.core.codec.RefundPaymentDecoder;
import io.clearhold.core.codec.ShipPaymentDecoder;
import io.clearhold.core.lifecycle.PaymentStatus;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.result.ResultCode;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.EntryCursor;
import io.clearhold.core.view.EntryPlace;
import io.clearhold.core.view.EventCursor;
import io.clearhold.core.view.EventFilter;
import io.clearhold.core.view.EventPlace;
import io.clearhold.core.view.PaymentFilter;
import io.clearhold.core.view.RefundFilter;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.TimeRange;
import io.clearhold.gateway.testing.RawClient.Reply;
import io.clearhold.gateway.testing.Results;
import io.clearhold.gateway.testing.Rows;
import io.clearhold.gateway.testing.WithGateway;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists: who sees what, which page, and that a row looks as the object by id. */
class ListsTest extends WithGateway {
    private static final String PAYMENT_PATH = "/v1/payments/pay_0200000000g00";
    private static final String TEXT =
            "\"reference\":\"order-1001\",\"metadata\":{\"a\":\"\u00e4\\\"\"}";
    private static final String SHIPMENT = "\"carrier\":\"SF\",\"tracking_number\":\"1\"";

    @Test
    void shouldShowARowAsTheObjectById() throws IOException {
        server.ledger.logTimeMs(Results.CREATED_AT_MS);
        server.ledger.on(
                CreatePaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payment(1, payment -> {}));
        write(
                Role.PLATFORM,
                "POST",
                "/v1/payments",
                PAYMENT.replace("}", ",\"metadata\":{\"a\":\"\\u00e4\\\"\"}}"));
        server.ledger.on(
                ShipPaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.payment(1, payment -> {}));
        write(
                Role.PLATFORM,
                "POST",
                PAYMENT_PATH + "/ship",
                "{\"carrier\":\"SF\",\"tracking_number\":\"1\"}");
        server.ledger.on(
                GetObjectDecoder.TEMPLATE_ID,
                (message, offset, sequence) ->
                        Results.payment(
                                1,
                                payment ->
                                        payment.status((short) PaymentStatus.SHIPPED.code())
                                                .amountCollected(12_900)
                                                .amountHeld(12_900)
                                                .attempt(1)
                                                .autoConfirmAtMs(
                                                        Results.CREATED_AT_MS + 864_000_000L)
                                                .showClientSecret((short) 1)
                                                .shipmentSequence(2)
                                                .sequence(2)));
        server.views.payments.add(Rows.payment(2, TEXT, SHIPMENT));
        String byId = read(Role.PLATFORM, PAYMENT_PATH).body();
        assertThat(byId).contains("\"carrier\":\"SF\"").contains("\"client_secret\":\"cs_");
        assertThat(read(Role.PLATFORM, "/v1/payments").body()).isEqualTo(list(byId));
        // Only whoever created it is shown the secret.
        assertThat(read(Role.ACCOUNT, "/v1/payments").body()).contains("\"client_secret\":null");
    }

    @Test
    void shouldShowRefundsPayoutsAccountsAndKeysAsById() throws IOException {
        String bank =
                "\"bank_account\":{\"holder\":\"M\",\"number\":\"6222000011112222\","
                        + "\"bank\":\"B\",\"scheme\":\"sandbox\"}";
        String name = "\"name\":\"Merchant\"";
        server.ledger.on(
                CreateAccountDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.account(1, true));
        write(
                Role.PLATFORM,
                "POST",
                "/v1/accounts",
                "{\"type\":\"merchant\"," + name + "," + bank + "}");
        server.views.accounts.add(Rows.account(name + "," + bank));
        answer(Results.account(1, true));
        assertThat(read(Role.PLATFORM, "/v1/accounts").body())
                .isEqualTo(list(read(Role.PLATFORM, "/v1/accounts/acc_0200000000800").body()));

        server.views.payouts.add(Rows.payout(bank, false));
        answer(Results.payout(1, false));
        assertThat(read(Role.AUDITOR, "/v1/payouts").body())
                .contains("****2222")
                .doesNotContain("6222")
                .isEqualTo(list(read(Role.AUDITOR, "/v1/payouts/pyt_0200000000r00").body()));

        server.ledger.on(
                RefundPaymentDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.refund(sequence));
        server.views.refunds.add(Rows.refund(name));
        answer(Results.refund(1));
        String refund = read(Role.OPERATOR, "/v1/refunds/rfd_0200000000m00").body();
        assertThat(read(Role.OPERATOR, "/v1/refunds").body()).isEqualTo(list(refund));
        assertThat(read(Role.OPERATOR, PAYMENT_PATH + "/refunds").body()).isEqualTo(list(refund));

        server.views.keys.add(Rows.key());
        answer(Results.key(Rows.key().id(), Role.ACCOUNT, 1, Results.MERCHANT, false));
        assertThat(read(Role.PLATFORM, "/v1/keys").body())
                .contains("\"secret\":null")
                .isEqualTo(list(read(Role.PLATFORM, "/v1/keys/key_0200000000404").body()));
    }

    @Test
    void shouldAskForWhatTheCallerMaySeeAndSaysHeWants() throws IOException {
        server.views.hasMore = true;
        server.views.payments.add(Rows.payment(2, TEXT, SHIPMENT));
        Reply reply =
                read(
                        Role.PLATFORM,
                        "/v1/payments?limit=7&starting_after=pay_0200000000g00&status=held"
                                + "&reference=order%201&currency=CNY&payee=acc_0200000000800"
                                + "&created_after=2026-11-21T08:00:00Z"
                                + "&created_before=2026-11-21T09:00:00.5Z");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).endsWith("],\"has_more\":true}");
        assertThat(reply.header("clearhold-sequence")).isEqualTo("7");
        assertThat(server.views.asked)
                .containsExactly(
                        new PaymentFilter(
                                new Scope.Platform(1),
                                Results.MERCHANT,
                                0,
                                Optional.of(PaymentStatus.HELD),
                                Optional.of("order 1"),
                                Results.CNY,
                                new TimeRange(1_795_248_000_001L, 1_795_251_600_500L)),
                        Cursor.after(Results.PAYMENT, 7));
        server.views.asked.clear();
        read(Role.ACCOUNT, "/v1/refunds");
        read(Role.AUDITOR, "/v1/refunds");
        assertThat(server.views.asked)
                .containsExactly(
                        RefundFilter.of(new Scope.Account(Results.MERCHANT)),
                        Cursor.first(20),
                        RefundFilter.of(new Scope.Everything()),
                        Cursor.first(20));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/payments?limit=0, invalid_field, /limit",
        "/v1/payments?limit=101, invalid_field, /limit",
        "/v1/payments?limit=%2B5, invalid_field, /limit",
        "/v1/payments?limit=, invalid_field, /limit",
        "/v1/payments?limit=5&limit=6, invalid_field, /limit",
        "/v1/payments?starting_after=acc_0200000000800, invalid_field, /starting_after",
        "/v1/payments?status=paid, invalid_field, /status",
        "/v1/payments?currency=cny, invalid_field, /currency",
        "/v1/payments?payee=me, invalid_field, /payee",
        "/v1/payments?created_after=yesterday, invalid_field, /created_after",
        "/v1/payments?reference=%zz, invalid_field, /reference",
        "/v1/payments?colour=red, unknown_field, /colour",
        "/v1/payments?a%2Fb=1, unknown_field, /a~1b",
        "/v1/events?after_sequence=-1, invalid_field, /after_sequence",
        "/v1/events?after_sequence=1e3, invalid_field, /after_sequence",
        "/v1/events?type=held, invalid_field, /type",
        "/v1/events/evt_0200000000g00?limit=1, unknown_field, /limit",
        "/v1/accounts/acc_0200000000800/entries?starting_after=x, invalid_field, /starting_after"
    })
    void shouldRefuseParametersThatItDoesNotUnderstand(String path, String code, String param)
            throws IOException {
        Reply reply = read(Role.PLATFORM, path);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(code(reply)).isEqualTo(code);
        assertThat(member(reply, "param")).isEqualTo(param);
        assertThat(server.views.asked).isEmpty();
    }

    @Test
    void shouldRefuseTwoCursors() throws IOException {
        Reply reply =
                read(
                        Role.PLATFORM,
                        "/v1/refunds?starting_after=rfd_0200000000m00"
                                + "&ending_before=rfd_0200000000m00");
        assertThat(code(reply)).isEqualTo("invalid_field");
    }

    @Test
    void shouldShowEventsInWholeFrames() throws IOException {
        server.views.events.add(Rows.event(9, 3));
        Reply reply = read(Role.PLATFORM, "/v1/events?after_sequence=8&type=payment.*&limit=5");
        String event =
                "{\"id\":\"evt_0200000001403\",\"object\":\"event\",\"type\":\"payment.held\","
                        + "\"created_at\":\"2026-11-21T08:00:00.123Z\",\"sequence\":\"9\","
                        + "\"data\":{\"id\":\"pay_0200000000g00\",\"object\":\"payment\","
                        + "\"status\":\"held\"}}";
        assertThat(reply.body()).isEqualTo(list(event));
        Scope platform = new Scope.Platform(1);
        assertThat(server.views.asked)
                .containsExactly(new EventFilter(platform, Optional.of("payment.*"), 0), 8L);
        server.views.asked.clear();
        read(Role.PLATFORM, "/v1/events?ending_before=evt_0200000001403");
        assertThat(server.views.asked)
                .containsExactly(
                        EventFilter.of(platform), EventCursor.before(new EventPlace(9, 3), 20));
        assertThat(read(Role.PLATFORM, "/v1/events/evt_0200000001403").body()).isEqualTo(event);
        // The same place in another shard, and no place at all.
        assertThat(read(Role.PLATFORM, "/v1/events/evt_0100000001403").status()).isEqualTo(404);
        assertThat(code(read(Role.PLATFORM, "/v1/events/me"))).isEqualTo("not_found");
    }

    @Test
    void shouldListEntriesOfAnAccountThatTheLedgerShows() throws IOException {
        answer(Results.account(0, false));
        server.views.entries.add(Rows.entry());
        String path = "/v1/accounts/acc_0200000000800/entries";
        assertThat(read(Role.ACCOUNT, path).body())
                .isEqualTo(
                        list(
                                "{\"id\":\"ent_0200000001401_2\",\"object\":\"entry\","
                                        + "\"account\":\"acc_0200000000800\","
                                        + "\"balance\":\"available\",\"currency\":\"CNY\","
                                        + "\"amount\":12740,\"type\":\"payment.released\","
                                        + "\"payment\":\"pay_0200000000g00\","
                                        + "\"event\":\"evt_0200000001401\",\"sequence\":\"9\","
                                        + "\"created_at\":\"2026-11-21T08:00:00.123Z\"}"));
        server.views.asked.clear();
        read(Role.ACCOUNT, path + "?limit=1&starting_after=ent_0200000001401_2");
        assertThat(server.views.asked)
                .containsExactly(Results.MERCHANT, EntryCursor.after(new EntryPlace(9, 1, 2), 1));
        server.ledger.on(
                GetObjectDecoder.TEMPLATE_ID,
                (message, offset, sequence) -> Results.refusal(ResultCode.NOT_FOUND, 0, 0));
        assertThat(read(Role.ACCOUNT, path).status()).isEqualTo(404);
        assertThat(read(Role.ACCOUNT, PAYMENT_PATH + "/refunds").status()).isEqualTo(404);
    }

    @Test
    void shouldWaitForASequenceOrSayThatItIsBehind() throws IOException {
        Reply there = min("7");
        assertThat(there.status()).isEqualTo(200);
        Reply behind = min("8");
        assertThat(behind.status()).isEqualTo(503);
        assertThat(code(behind)).isEqualTo("view_behind");
        assertThat(behind.header("retry-after")).isEqualTo("1");
        assertThat(code(min("soon"))).isEqualTo("invalid_field");
    }

    @Test
    void shouldSayThatOnlyListsAreAway() throws IOException {
        server.views.away = true;
        Reply reply = read(Role.PLATFORM, "/v1/payments");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(code(reply)).isEqualTo("view_unavailable");
        assertThat(reply.header("retry-after")).isEqualTo("5");
        answer(Results.payment(0, payment -> {}));
        assertThat(read(Role.PLATFORM, PAYMENT_PATH).status()).isEqualTo(200);
    }

    @Test
    void shouldShowNoListToWhoHoldsASecretOfOnePayment() throws IOException {
        Reply reply =
                client.call(
                        "GET",
                        PAYMENT_PATH + "/refunds",
                        null,
                        "Clearhold-Client-Secret: " + server.secrets.clientSecret(Results.PAYMENT));
        assertThat(code(reply)).isEqualTo("forbidden");
    }

    private Reply min(String token) throws IOException {
        return client.call(
                "GET",
                "/v1/payments",
                null,
                server.bearer(Role.PLATFORM),
                "Clearhold-Min-Sequence: " + token);
    }

    private void answer(byte[] result) {
        server.ledger.on(GetObjectDecoder.TEMPLATE_ID, (message, offset, sequence) -> result);
    }

    private static String list(String data) {
        return "{\"object\":\"list\",\"data\":[" + data + "],\"has_more\":false}";
    }
}
