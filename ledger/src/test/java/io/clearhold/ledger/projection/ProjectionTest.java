package io.clearhold.ledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.port.Channel;
import io.clearhold.core.port.JournalReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The projection between the real engine's journal and a real PostgreSQL. */
class ProjectionTest {
    private static final ProjectionSettings SMALL_BATCHES =
            new ProjectionSettings(7, 50, 5, 20, 200, 3, 30_000);

    @TempDir private static Path postgresFolder;
    private static TestPostgres postgres;
    @TempDir private Path folder;
    private TestLedger ledger;
    private Traffic traffic;

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = TestPostgres.start(postgresFolder);
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void start() throws Exception {
        postgres.useNewDatabase();
        ledger = TestLedger.open(folder.resolve("journal"));
        traffic = new Traffic(ledger);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void shouldFollowWhatHappens() throws Exception {
        try (Projection projection = projection(ProjectionSettings.DEFAULTS)) {
            projection.start();
            traffic.everything();
            awaitPosition(projection);
            assertThat(projection.trouble()).isEmpty();
            assertThat(projection.lag()).isZero();
            assertThat(projection.isIdle(ledger.watermark())).isTrue();
        }
        assertEqualsState();
        assertThat(postgres.number("SELECT count(*) FROM payments")).isEqualTo(17);
        assertThat(postgres.number("SELECT count(*) FROM events WHERE platform = 0 AND listed"))
                .isZero();
        assertThat(
                        postgres.number(
                                "SELECT count(*) FROM refunds WHERE status = 'failed'"
                                        + " AND failure <> 'none'"))
                .isEqualTo(1);
        assertThat(
                        postgres.number(
                                "SELECT sum(balance) FILTER (WHERE kind IN ('in_transit'))"
                                        + " - sum(balance) FILTER (WHERE kind NOT IN ('in_transit'))"
                                        + " FROM balances"))
                .as("debits and credits")
                .isZero();
    }

    @Test
    void shouldServeTextsButNoTokens() throws Exception {
        traffic.hold(1);
        try (Projection projection = projection(ProjectionSettings.DEFAULTS)) {
            projection.start();
            awaitPosition(projection);
        }
        assertThat(postgres.text("SELECT text FROM payments"))
                .isEqualTo(
                        "\"reference\":\"order-1\",\"description\":\"a\\tb \\\\ 书\","
                                + "\"metadata\":{\"k\":\"v\"}");
        assertThat(postgres.text("SELECT reference FROM payments")).isEqualTo("order-1");
        assertThat(postgres.text("SELECT name FROM accounts WHERE reference = 'm-1'"))
                .isEqualTo("Shop ? & Söhne");
        assertThat(postgres.text("SELECT text FROM keys")).isEqualTo("\"person\":\"Li\"");
        assertThat(postgres.number("SELECT count(*) FROM events WHERE facts::text LIKE '%tok_%'"))
                .isZero();
    }

    @Test
    void shouldGoOnWhereItWasWhenEndedBetweenBatches() throws Exception {
        traffic.everything();
        long before = -1;
        while (before < ledger.watermark()) {
            try (Projection projection = projection(SMALL_BATCHES)) {
                projection.start();
                long from = projection.position();
                await(() -> projection.position() > from || projection.lag() == 0);
            }
            long position = postgres.number("SELECT sequence FROM projection_position");
            assertThat(position).isGreaterThan(before);
            before = position;
        }
        assertEqualsState();
    }

    @Test
    void shouldWriteEachFrameOnceWhenItsConnectionBreaks() throws Exception {
        try (Projection projection = projection(SMALL_BATCHES)) {
            projection.start();
            for (int i = 0; i < 10; i++) {
                traffic.complete(5);
                postgres.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE application_name = 'clearhold projection'");
            }
            awaitPosition(projection);
        }
        assertEqualsState();
    }

    @Test
    void shouldCatchUpWhenPostgresComesBack() throws Exception {
        try (Projection projection = projection(SMALL_BATCHES)) {
            projection.start();
            traffic.complete(20);
            awaitPosition(projection);
            postgres.stop();
            traffic.complete(200);
            await(() -> projection.trouble().startsWith("PostgreSQL is away ("));
            assertThat(projection.lag()).isGreaterThanOrEqualTo(1_000);
            assertThat(projection.isIdle(ledger.watermark())).isTrue();
            traffic.everything();
            postgres.start();
            awaitPosition(projection);
            assertThat(projection.trouble()).isEmpty();
        }
        assertEqualsState();
    }

    @Test
    void shouldStartWhilePostgresIsAway() throws Exception {
        traffic.complete(3);
        postgres.stop();
        try (Projection projection = projection(SMALL_BATCHES)) {
            projection.start();
            assertThat(projection.trouble()).contains("PostgreSQL is away");
            postgres.start();
            awaitPosition(projection);
        }
        assertEqualsState();
    }

    @Test
    void shouldBeTheSameAfterARebuild() throws Exception {
        traffic.everything();
        try (Projection projection = projection(SMALL_BATCHES)) {
            projection.start();
            awaitPosition(projection);
            String before = fingerprint();
            projection.rebuild().get(60, TimeUnit.SECONDS);
            awaitPosition(projection);
            assertThat(fingerprint()).isEqualTo(before);
        }
        try (Projection projection = projection(ProjectionSettings.DEFAULTS)) {
            String inSmallBatches = fingerprint();
            projection.start();
            projection.rebuild().get(60, TimeUnit.SECONDS);
            awaitPosition(projection);
            assertThat(fingerprint()).as("in one batch").isEqualTo(inSmallBatches);
        }
        assertEqualsState();
    }

    @Test
    void shouldFindWhatWasChangedBehindItsBack() throws Exception {
        traffic.everything();
        try (Projection projection = projection(ProjectionSettings.DEFAULTS)) {
            projection.start();
            awaitPosition(projection);
        }
        postgres.execute(
                "UPDATE payments SET amount_held = amount_held + 1"
                        + " WHERE id = (SELECT min(id) FROM payments)");
        assertThat(check().differences()).singleElement().asString().contains("amount_held");
        postgres.execute("DELETE FROM refunds WHERE id = (SELECT max(id) FROM refunds)");
        postgres.execute("UPDATE balances SET balance = balance + 1 WHERE kind = 'fees'");
        postgres.execute("UPDATE payouts SET status = 'paid' WHERE status = 'failed'");
        ProjectionCheck.Report report = check();
        assertThat(report.isEqual()).isFalse();
        assertThat(report.differences())
                .anyMatch(line -> line.contains("refunds has count"))
                .anyMatch(line -> line.contains("fees"))
                .anyMatch(line -> line.contains("status paid in the view, failed in the state"));
    }

    @Test
    void shouldNameTheFrameThatCannotBeProjected() throws Exception {
        try (Projection projection = projection(SMALL_BATCHES)) {
            projection.start();
            awaitPosition(projection);
            postgres.execute(
                    "ALTER TABLE payments ADD CONSTRAINT not_this CHECK (reference <> 'order-3')");
            long before = ledger.watermark();
            traffic.hold(5);
            await(() -> projection.trouble().contains("could not be projected 3 times"));
            assertThat(projection.trouble())
                    .startsWith("frame " + (before + 3) + " ")
                    .contains("not_this");
            assertThat(projection.position()).isEqualTo(before + 2);
            postgres.execute("ALTER TABLE payments DROP CONSTRAINT not_this");
            awaitPosition(projection);
            assertThat(projection.trouble()).isEmpty();
        }
        assertEqualsState();
    }

    @Test
    void shouldRefuseAViewBeyondTheJournal() throws Exception {
        traffic.complete(1);
        project();
        postgres.execute("UPDATE projection_position SET sequence = sequence + 1");
        try (Projection projection = projection(SMALL_BATCHES)) {
            assertThatThrownBy(projection::start)
                    .isInstanceOf(ProjectionRefusedException.class)
                    .hasMessageContaining("but the journal ends at " + ledger.watermark());
        }
    }

    @Test
    void shouldRefuseTheViewOfAnotherJournal() throws Exception {
        traffic.complete(1);
        project();
        postgres.execute("UPDATE projection_position SET journal_low = 23");
        try (Projection projection = projection(SMALL_BATCHES)) {
            assertThatThrownBy(projection::start)
                    .isInstanceOf(ProjectionRefusedException.class)
                    .hasMessageContaining("was filled from journal")
                    .hasMessageContaining("00000000-0000-000b-0000-000000000016");
        }
    }

    private Projection projection(ProjectionSettings settings) {
        return new Projection(
                ledger.ledger(), postgres.database(), List.of(Channel.SANDBOX), settings);
    }

    private void project() {
        try (Projection projection = projection(ProjectionSettings.DEFAULTS)) {
            projection.start();
            awaitPosition(projection);
        }
    }

    private void assertEqualsState() throws Exception {
        ProjectionCheck.Report report = check();
        assertThat(report.differences()).isEmpty();
        assertThat(report.sequence()).isEqualTo(ledger.watermark());
        assertThat(report.rows()).isPositive();
    }

    private ProjectionCheck.Report check() throws Exception {
        try (JournalReader reader = ledger.ledger().openReader()) {
            return new ProjectionCheck(postgres.database()).run(reader);
        }
    }

    /** Every row of every table. */
    private String fingerprint() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String table :
                List.of(
                        "payments",
                        "splits",
                        "refunds",
                        "payouts",
                        "accounts",
                        "keys",
                        "instructions",
                        "balances",
                        "events",
                        "entries")) {
            all.append(table)
                    .append(' ')
                    .append(
                            postgres.text(
                                    "SELECT count(*) || md5(string_agg(t::text, '|' ORDER BY t::text))"
                                            + " FROM "
                                            + table
                                            + " t"))
                    .append('\n');
        }
        return all.toString();
    }

    private void awaitPosition(Projection projection) {
        long target = ledger.watermark();
        await(() -> projection.position() >= target);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
