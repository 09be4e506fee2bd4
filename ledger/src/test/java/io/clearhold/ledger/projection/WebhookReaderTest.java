package io.clearhold.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.core.lifecycle.WebhookEndpointStatus;
import io.clearhold.core.port.Channel;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.WebhookEndpointRow;
import io.clearhold.core.view.WebhookFeed;
import io.clearhold.ledger.projection.list.ViewPool;
import io.clearhold.ledger.projection.list.ViewReader;
import io.clearhold.ledger.projection.list.WebhookReader;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.Message;
import io.clearhold.ledger.scenario.WebhookCommands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What webhooks read of a view in which a little of everything has happened. */
class WebhookReaderTest {
    private static final Scope ALL = new Scope.Everything();

    @TempDir private static Path folder;
    private static TestPostgres postgres;
    private static TestLedger ledger;
    private static Traffic traffic;
    private static ViewPool pool;
    private static WebhookReader view;
    private static WebhookFeed withoutEndpoints;
    private static long ofPlatform;
    private static long ofPayee;
    private static long ofStaff;
    private static long deleted;

    @BeforeAll
    static void fill() throws Exception {
        postgres = TestPostgres.start(folder.resolve("postgres"));
        ledger = TestLedger.open(folder.resolve("journal"));
        traffic = new Traffic(ledger);
        try (Projection projection = follow();
                ViewPool before = open()) {
            withoutEndpoints =
                    new WebhookReader(new ViewReader(before.connections(), projection))
                            .webhookFeed(ALL, 0, 100);
        }
        ofPlatform = create(Actor.platform(1));
        ofPayee = create(Actor.account(1, traffic.payee()));
        create(Actor.account(1, traffic.payee() + 1));
        create(Actor.platform(2));
        ofStaff = create(Actor.OPERATOR);
        deleted = create(Actor.platform(1));
        send(WebhookCommands.delete(Actor.platform(1), deleted));
        send(WebhookCommands.update(Actor.OPERATOR, ofStaff, true, ofStaff >> 12));
        send(WebhookCommands.rotate(Actor.platform(1), ofPlatform));
        traffic.everything();
        Projection projection = follow();
        projection.close();
        pool = open();
        view = new WebhookReader(new ViewReader(pool.connections(), projection));
    }

    private static Projection follow() throws Exception {
        Projection projection =
                new Projection(
                        ledger.ledger(),
                        postgres.database(),
                        List.of(Channel.SANDBOX),
                        ProjectionSettings.DEFAULTS);
        projection.start();
        assertThat(projection.awaitPosition(ledger.watermark(), 60_000)).isTrue();
        return projection;
    }

    private static ViewPool open() {
        return ViewPool.open(postgres.database(), new ViewPool.Settings(2, 1_000, 5_000));
    }

    @AfterAll
    static void stop() throws Exception {
        pool.close();
        ledger.close();
        postgres.close();
    }

    @Test
    void shouldListTheEndpointsOfACallerAndNoDeletedOne() {
        assertThat(view.webhookEndpoints(new Scope.Platform(1), Cursor.first(100)).rows())
                .extracting(WebhookEndpointRow::id)
                .startsWith(ofPayee + (1 << 12), ofPayee, ofPlatform);
        assertThat(
                        view.webhookEndpoints(new Scope.Account(traffic.payee()), Cursor.first(1))
                                .rows())
                .extracting(WebhookEndpointRow::id)
                .containsExactly(ofPayee);
        assertThat(view.webhookEndpoints(ALL, Cursor.first(100)).rows()).hasSize(5);
    }

    @Test
    void shouldShowAnEndpointAsItStands() {
        List<WebhookEndpointRow> rows =
                view.webhookEndpoints(List.of(ofPlatform, ofStaff, deleted));
        WebhookEndpointRow first = rows.getFirst();
        assertThat(first.ownerRole()).isEqualTo(Role.PLATFORM);
        assertThat(first.generation()).isEqualTo(2);
        assertThat(first.previousValidUntilMs()).isPositive();
        assertThat(first.text()).contains("\"events\":[\"payment.*\"]");
        assertThat(rows)
                .extracting(WebhookEndpointRow::status)
                .containsExactly(
                        WebhookEndpointStatus.ENABLED,
                        WebhookEndpointStatus.DISABLED,
                        WebhookEndpointStatus.DELETED);
    }

    @Test
    void shouldNumberTheEventsOfEachObjectWhereverAPageBegins() {
        Map<Long, Long> counts = new HashMap<>();
        List<WebhookFeed.Item> whole = read(100);
        for (WebhookFeed.Item item : whole) {
            assertThat(item.objectSequence()).isEqualTo(counts.merge(item.object(), 1L, Long::sum));
        }
        assertThat(read(3)).isEqualTo(whole);
        assertThat(counts.values()).anyMatch(count -> count > 3);
    }

    @Test
    void shouldBringTheEndpointsThatMayGetThem() {
        WebhookFeed feed = view.webhookFeed(ALL, ofStaff >> 12, 100);
        assertThat(feed.endpoints())
                .extracting(WebhookEndpointRow::id)
                .contains(ofPlatform, ofPayee, ofStaff)
                .doesNotContain(deleted);
    }

    @Test
    void shouldReadPastEventsThatNobodyHadAnEndpointFor() {
        assertThat(withoutEndpoints.events()).isEmpty();
        assertThat(withoutEndpoints.hasMore()).isFalse();
        assertThat(withoutEndpoints.position()).isPositive();
        assertThat(read(100).getFirst().event().sequence())
                .isLessThanOrEqualTo(withoutEndpoints.position());
    }

    private static List<WebhookFeed.Item> read(int limit) {
        List<WebhookFeed.Item> all = new ArrayList<>();
        long after = 0;
        while (true) {
            WebhookFeed feed = view.webhookFeed(ALL, after, limit);
            all.addAll(feed.events());
            if (!feed.hasMore()) {
                return all;
            }
            after = feed.events().getLast().event().sequence();
        }
    }

    private static long create(Actor actor) {
        return TestLedger.object(send(WebhookCommands.create(actor)), 0);
    }

    private static long send(Message message) {
        return ledger.send(message.bytes());
    }
}
