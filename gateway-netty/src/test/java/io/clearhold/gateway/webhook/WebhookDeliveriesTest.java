package io.clearhold.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.view.Page;
import io.clearhold.gateway.auth.Secrets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries over real sockets, out of real tables. */
@NullUnmarked
class WebhookDeliveriesTest {
    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final long[] SCHEDULE = {
        5 * SECOND,
        300 * SECOND,
        1_800 * SECOND,
        2 * HOUR,
        5 * HOUR,
        10 * HOUR,
        14 * HOUR,
        20 * HOUR,
        24 * HOUR
    };

    @TempDir private static Path folder;
    private static TestPostgres postgres;

    private final TestLedger ledger = new TestLedger();
    private final TestViews views = new TestViews(ledger);
    private final Secrets secrets = new Secrets(new byte[Secrets.MASTER_KEY_BYTES]);
    private Receiver receiver;
    private WebhookDeliveries deliveries;

    @BeforeAll
    static void startPostgres() {
        postgres = TestPostgres.start(folder);
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void start() throws Exception {
        postgres.useNewDatabase();
        receiver = new Receiver();
        open();
    }

    @AfterEach
    void stop() {
        deliveries.close();
        receiver.close();
    }

    @Test
    void shouldSendASignedEventToWhoAskedForIt() throws Exception {
        long endpoint = views.endpoint(receiver.url("/hooks?shop=1"), "payment.*");
        views.event("payment.held", 77);
        views.event("refund.created", 78);
        views.event("payment.held", 79, 2, "{}");
        settle();
        assertThat(receiver.received()).hasSize(1);
        Receiver.Received request = receiver.received().getFirst();
        assertThat(request.path()).isEqualTo("/hooks?shop=1");
        assertThat(request.body())
                .isEqualTo(
                        "{\"type\":\"payment.held\",\"timestamp\":\"1970-01-01T00:16:40.000Z\","
                                + "\"sequence\":\"2\",\"object_sequence\":1,\"data\":{\"id\":\"x\"}}");
        assertThat(request.signature())
                .isEqualTo("v1," + hmac(secrets.webhookSecret(endpoint, 1), request));
        assertThat(request.id()).startsWith("msg_");
        assertThat(DeliveryKey.parse(request.id())).isEqualTo(new DeliveryKey(endpoint, 2, 0));
    }

    @Test
    void shouldTryTenTimesOverSeventySixHoursAndThenCallTheEndpointFailing() throws Exception {
        receiver.answer = request -> 500;
        long endpoint = views.endpoint(receiver.url(), "*");
        views.event("payment.held", 77);
        settle();
        assertThat(receiver.received()).hasSize(1);
        int tries = 1;
        for (long wait : SCHEDULE) {
            assertThat(deliveries.nextDueMs()).isEqualTo(ledger.nowMs() + wait);
            ledger.advance(wait - 1);
            settle();
            assertThat(receiver.received()).hasSize(tries);
            assertThat(deliveries.isFailing(endpoint)).isFalse();
            ledger.advance(1);
            settle();
            tries++;
            assertThat(receiver.received()).hasSize(tries);
        }
        assertThat(deliveries.nextDueMs()).isEqualTo(Long.MAX_VALUE);
        assertThat(deliveries.isFailing(endpoint)).isTrue();
        assertThat(receiver.received().stream().map(Receiver.Received::id).distinct()).hasSize(1);
        assertThat(receiver.received().stream().map(Receiver.Received::body).distinct()).hasSize(1);
        assertThat(postgres.text("SELECT state FROM webhooks.deliveries")).isEqualTo("failed");
        assertThat(postgres.text("SELECT count(*) FROM webhooks.attempts WHERE status = 500"))
                .isEqualTo("10");
        receiver.answer = request -> 200;
        views.event("payment.released", 77);
        settle();
        assertThat(deliveries.isFailing(endpoint)).isFalse();
    }

    @Test
    void shouldKeepTheOrderOfAnObjectAndLetOthersPass() {
        receiver.answer = request -> request.body().contains("payment.created") ? 503 : 200;
        views.endpoint(receiver.url(), "*");
        views.event("payment.created", 77);
        views.event("payment.held", 77);
        views.event("payment.held", 88);
        views.event("payment.released", 77);
        settle();
        assertThat(types()).containsExactlyInAnyOrder("payment.created", "payment.held");
        receiver.answer = request -> 200;
        ledger.advance(5 * SECOND);
        settle();
        assertThat(types().subList(2, 5))
                .containsExactly("payment.created", "payment.held", "payment.released");
        assertThat(receiver.received().getLast().body()).contains("\"object_sequence\":3");
    }

    @Test
    void shouldCountARedirectAsAFailureAndNotFollowIt() throws Exception {
        receiver.answer = request -> 302;
        views.endpoint(receiver.url(), "*");
        views.event("payment.held", 77);
        settle();
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().path()).isEqualTo("/hooks");
        assertThat(postgres.text("SELECT state FROM webhooks.deliveries")).isEqualTo("pending");
    }

    @Test
    void shouldAskToDisableAnEndpointThatIsGoneAndCancelWhatIsLeft() throws Exception {
        receiver.answer = request -> 410;
        long endpoint = views.endpoint(receiver.url(), "*");
        views.event("payment.held", 77);
        settle();
        assertThat(ledger.disabled())
                .containsExactly(new TestLedger.Disabled(endpoint, endpoint >> 12));
        views.put(endpoint, WebhookEndpointStatus.DISABLED, 1, 0, receiver.url(), "*");
        views.event("payment.released", 77);
        ledger.advance(5 * SECOND);
        settle();
        assertThat(receiver.received()).hasSize(1);
        assertThat(postgres.text("SELECT string_agg(state, ',') FROM webhooks.deliveries"))
                .isEqualTo("canceled");
    }

    @Test
    void shouldSignWithBothSecretsWhileARotationOverlaps() throws Exception {
        long endpoint = views.endpoint(receiver.url(), "*");
        views.put(
                endpoint,
                WebhookEndpointStatus.ENABLED,
                2,
                ledger.nowMs() + HOUR,
                receiver.url(),
                "*");
        views.event("payment.held", 77);
        settle();
        Receiver.Received during = receiver.received().getLast();
        assertThat(during.signature())
                .isEqualTo(
                        "v1,"
                                + hmac(secrets.webhookSecret(endpoint, 2), during)
                                + " v1,"
                                + hmac(secrets.webhookSecret(endpoint, 1), during));
        ledger.advance(HOUR);
        views.event("payment.released", 77);
        settle();
        Receiver.Received after = receiver.received().getLast();
        assertThat(after.signature())
                .isEqualTo("v1," + hmac(secrets.webhookSecret(endpoint, 2), after));
    }

    @Test
    void shouldNotLetASlowReceiverHoldUpOthers() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        receiver.answer =
                request -> {
                    if (request.path().equals("/slow")) {
                        waiting.incrementAndGet();
                        await(release);
                    }
                    return 200;
                };
        views.endpoint(receiver.url("/slow"), "*");
        views.endpoint(receiver.url("/fast"), "*");
        for (int i = 0; i < 50; i++) {
            views.event("payment.held", 100 + i);
        }
        until(() -> count("/fast") == 50);
        assertThat(waiting.get()).isLessThanOrEqualTo(settings().attemptsPerEndpoint());
        assertThat(deliveries.isIdle(0)).isFalse();
        release.countDown();
        settle();
        assertThat(count("/slow")).isEqualTo(50);
    }

    @Test
    void shouldGoOnAfterARestartWithoutRepeatingWhatWasTaken() {
        views.endpoint(receiver.url(), "*");
        views.event("payment.created", 77);
        settle();
        receiver.answer = request -> 500;
        views.event("payment.held", 77);
        settle();
        deliveries.close();
        receiver.answer = request -> 200;
        views.event("payment.released", 77);
        open();
        settle();
        assertThat(types()).containsExactly("payment.created", "payment.held");
        ledger.advance(5 * SECOND);
        settle();
        assertThat(types())
                .containsExactly(
                        "payment.created", "payment.held", "payment.held", "payment.released");
    }

    @Test
    void shouldRepeatEverythingWithTheSameIdsWhenItsTablesAreLost() throws Exception {
        views.endpoint(receiver.url(), "*");
        views.event("payment.created", 77);
        views.event("payment.held", 77);
        settle();
        deliveries.close();
        List<Receiver.Received> before = List.copyOf(receiver.received());
        postgres.execute("DROP SCHEMA webhooks CASCADE");
        open();
        settle();
        assertThat(receiver.received()).hasSize(4);
        for (int i = 0; i < 2; i++) {
            Receiver.Received again = receiver.received().get(i + 2);
            assertThat(again.id()).isEqualTo(before.get(i).id());
            assertThat(again.body()).isEqualTo(before.get(i).body());
        }
    }

    @Test
    void shouldReplayARangeInOrderWithTheSameIds() {
        long endpoint = views.endpoint(receiver.url(), "payment.*");
        long first = views.event("payment.created", 77);
        views.event("refund.created", 78);
        long last = views.event("payment.held", 77);
        views.event("payment.released", 77);
        settle();
        List<Receiver.Received> before = List.copyOf(receiver.received());
        views.event(
                "webhook_endpoint.replay",
                endpoint,
                TestViews.PLATFORM,
                "{\"from_sequence\":" + first + ",\"to_sequence\":" + last + "}");
        settle();
        assertThat(types())
                .containsExactly(
                        "payment.created",
                        "payment.held",
                        "payment.released",
                        "payment.created",
                        "payment.held");
        assertThat(receiver.received().get(3).id()).isEqualTo(before.get(0).id());
        assertThat(receiver.received().get(4).body()).isEqualTo(before.get(1).body());
    }

    @Test
    void shouldPingOneEndpointWhateverItAskedFor() {
        long pinged = views.endpoint(receiver.url("/pinged"), "payout.paid");
        views.endpoint(receiver.url("/other"), "*");
        views.event("webhook_endpoint.ping", pinged);
        settle();
        assertThat(types()).containsExactly("webhook_endpoint.ping");
        assertThat(receiver.received().getFirst().path()).isEqualTo("/pinged");
    }

    @Test
    void shouldWaitWhileTheViewIsAwayAndCountAsIdle() {
        views.endpoint(receiver.url(), "*");
        views.away(true);
        views.event("payment.held", 77);
        until(() -> !deliveries.trouble().isEmpty());
        assertThat(deliveries.isIdle(ledger.watermark())).isTrue();
        views.away(false);
        until(() -> receiver.received().size() == 1);
        until(() -> deliveries.trouble().isEmpty());
    }

    @Test
    void shouldListDeliveriesWithTheirAttempts() {
        AtomicInteger asked = new AtomicInteger();
        receiver.answer = request -> asked.incrementAndGet() == 1 ? 500 : 204;
        long endpoint = views.endpoint(receiver.url(), "*");
        views.event("payment.created", 77);
        settle();
        ledger.advance(5 * SECOND);
        settle();
        receiver.close();
        views.event("payment.held", 77);
        views.event("payment.released", 77);
        settle();
        DeliveryReader reader = new DeliveryReader(postgres::database, settings());
        DeliveryCursor first = new DeliveryCursor(null, null, 2);
        Page<DeliveryRow> page = reader.deliveries(endpoint, first);
        assertThat(page.hasMore()).isTrue();
        assertThat(page.rows())
                .extracting(DeliveryRow::type)
                .containsExactly("payment.released", "payment.held");
        assertThat(page.rows().get(0).nextAttemptMs()).isZero();
        assertThat(page.rows().get(1).status()).isEqualTo("pending");
        assertThat(page.rows().get(1).nextAttemptMs()).isEqualTo(ledger.nowMs() + 5 * SECOND);
        assertThat(page.rows().get(1).attempts().getFirst().error())
                .isEqualTo("the connection was refused");
        DeliveryKey last = page.rows().getLast().key();
        DeliveryRow oldest =
                reader.deliveries(endpoint, new DeliveryCursor(last, null, 2)).rows().getFirst();
        assertThat(oldest.status()).isEqualTo("succeeded");
        assertThat(oldest.attempts())
                .extracting(DeliveryRow.AttemptRow::status)
                .containsExactly(500, 204);
        assertThat(reader.deliveries(endpoint, new DeliveryCursor(null, oldest.key(), 2)).rows())
                .isEqualTo(page.rows());
        assertThat(reader.deliveries(endpoint + 1, first).rows()).isEmpty();
    }

    @Test
    void shouldForgetWhatWasDoneLongAgo() throws Exception {
        views.endpoint(receiver.url(), "*");
        views.event("payment.held", 77);
        settle();
        deliveries.close();
        ledger.advance(settings().retentionMs() + SECOND);
        open();
        settle();
        assertThat(postgres.text("SELECT count(*) FROM webhooks.deliveries")).isEqualTo("0");
        assertThat(postgres.text("SELECT count(*) FROM webhooks.attempts")).isEqualTo("0");
    }

    @Test
    void shouldNotConnectToAnAddressOfThePrivateNet() throws Exception {
        views.endpoint("http://10.0.0.1/", "*");
        views.event("payment.held", 77);
        settle();
        assertThat(postgres.text("SELECT error FROM webhooks.attempts"))
                .isEqualTo("its URL is not allowed here");
    }

    private void open() {
        deliveries =
                new WebhookDeliveries(
                        settings(),
                        ledger,
                        views,
                        postgres::database,
                        secrets,
                        IdEpochs.FIRST,
                        trustNobody(),
                        new SimpleMeterRegistry());
        deliveries.start();
    }

    private static io.netty.handler.ssl.SslContext trustNobody() {
        try {
            return SslContextBuilder.forClient().build();
        } catch (javax.net.ssl.SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WebhookSettings settings() {
        return WebhookSettings.DEFAULTS;
    }

    private void settle() {
        until(() -> deliveries.isIdle(ledger.watermark()));
        assertThat(deliveries.trouble()).isEmpty();
    }

    private static void until(BooleanSupplier condition) {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError("it does not come to that");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long count(String path) {
        return receiver.received().stream().filter(one -> one.path().equals(path)).count();
    }

    private List<String> types() {
        return receiver.received().stream()
                .map(one -> one.body().replaceAll("\\{\"type\":\"([a-z_.]+)\".*", "$1"))
                .toList();
    }

    /** As a receiver computes it, from the secret that its owner was shown. */
    private static String hmac(String secret, Receiver.Received request) throws Exception {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = request.id() + "." + request.timestamp() + "." + request.body();
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
