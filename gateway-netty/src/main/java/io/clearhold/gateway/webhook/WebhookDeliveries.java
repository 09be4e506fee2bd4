package io.clearhold.gateway.webhook;

import io.clearhold.core.id.IdEpochs;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.Tailer;
import io.clearhold.core.view.ViewAwayException;
import io.clearhold.core.view.WebhookViews;
import io.clearhold.gateway.auth.Secrets;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.SslContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tailer of webhooks: follows the view's events, keeps deliveries in tables of their own, and
 * sends what is due in logged time. All of its writing is done by one thread over one connection;
 * attempts run beside it and only hand in what came of them. What is not written down when the
 * process ends is sent again, with the same id and body. Safe for many threads.
 */
public final class WebhookDeliveries implements Tailer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDeliveries.class);

    /** How often old deliveries are looked for. */
    private static final long FORGET_INTERVAL_MS = 60_000;

    /** How often what is due, but has no room, is looked at when no attempt ends. */
    private static final long LOOK_INTERVAL_NS = 250_000_000;

    /** Beyond it the exact number of open deliveries says nothing more. */
    private static final int OPEN_COUNTED = 100_000;

    private final WebhookSettings settings;
    private final Ledger ledger;
    private final WebhookViews views;
    private final DeliveryDatabase database;
    private final SystemCalls calls;
    private final WebhookClient client;
    private final DeliveryWorkers workers;
    private final WebhookTrouble trouble;
    private final WebhookMetrics metrics;
    private final Set<Long> failing = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile long position;
    private volatile boolean busy = true;
    private volatile long nextDueMs = Long.MAX_VALUE;
    private volatile int attemptsUnderWay;
    private volatile long open;
    private long forgottenAtNs;
    private long lookedAtNs;

    /**
     * Prepares deliveries; {@link #start} starts them.
     *
     * @param database whose connections may write; the schema is made there
     * @param epochs of the ids of events
     * @param tls whom to trust
     */
    public WebhookDeliveries(
            WebhookSettings settings,
            Ledger ledger,
            WebhookViews views,
            DeliveryDatabase database,
            Secrets secrets,
            IdEpochs epochs,
            SslContext tls,
            MeterRegistry registry) {
        this.settings = settings;
        this.ledger = ledger;
        this.views = views;
        this.database = database;
        this.calls = new SystemCalls(ledger);
        this.client = new WebhookClient(settings, tls);
        this.workers = new DeliveryWorkers(settings, client, secrets, epochs);
        this.trouble = new WebhookTrouble(settings);
        this.metrics = new WebhookMetrics(registry, this);
        this.thread = new Thread(this::run, "clearhold-webhooks");
    }

    public void start() {
        thread.start();
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isIdle(long sequence) {
        return trouble.isStuck() || (position >= sequence && !busy);
    }

    @Override
    public long nextDueMs() {
        return trouble.isStuck() ? Long.MAX_VALUE : nextDueMs;
    }

    @Override
    public String trouble() {
        return trouble.sentence();
    }

    /** Whether the last delivery of an endpoint that came to an end was given up. */
    public boolean isFailing(long endpoint) {
        return failing.contains(endpoint);
    }

    /** Deliveries that are not at their end, counted now and then. */
    long open() {
        return open;
    }

    int underWay() {
        return attemptsUnderWay;
    }

    private void run() {
        boolean migrated = false;
        while (stop.getCount() > 0) {
            try {
                if (!migrated) {
                    DeliverySchema.migrate(database.connections());
                    migrated = true;
                }
                follow();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | FlywayException e) {
                migrated = false;
                pause("the database of deliveries does not answer", e);
            } catch (ViewAwayException e) {
                pause("events cannot be read", e);
            } catch (SystemCalls.LedgerAwayException e) {
                pause("the ledger does not answer", e);
            } catch (RuntimeException e) {
                pause("deliveries stand still: " + e.getMessage(), e);
            }
        }
    }

    private void pause(String what, Exception cause) {
        long pauseMs = trouble.failed(what);
        boolean known = cause instanceof ViewAwayException || cause instanceof FlywayException;
        if (cause instanceof RuntimeException && !known) {
            LOG.error("{}; next try in {} ms", what, pauseMs, cause);
        } else {
            LOG.warn("{} ({}); next try in {} ms", what, cause.getMessage(), pauseMs);
        }
        try {
            stop.await(pauseMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow()
            throws SQLException, InterruptedException, SystemCalls.LedgerAwayException {
        try (DeliveryStore store = DeliveryStore.open(database.connections())) {
            DeliveryTail tail = new DeliveryTail(views, store, settings.pageSize());
            failing.addAll(store.failingEndpoints());
            store.commit();
            position = tail.position();
            if (position > ledger.watermark()) {
                throw new IllegalStateException(
                        "they are at sequence "
                                + position
                                + ", but the journal ends at "
                                + ledger.watermark()
                                + ": drop the schema webhooks, or restore the journal");
            }
            DeliveryRound round =
                    new DeliveryRound(settings, views, store, workers, calls, metrics, failing);
            long waitMs = 0;
            while (stop.getCount() > 0) {
                waitMs = turn(store, tail, round, workers.take(waitMs));
            }
        }
    }

    /**
     * One turn; returns how long to wait for a result before the next. The marks that {@link
     * #isIdle} reads are set at its end: whoever sees the position of a sequence also sees what was
     * due by the time that sequence was logged.
     */
    private long turn(
            DeliveryStore store, DeliveryTail tail, DeliveryRound round, List<AttemptResult> ended)
            throws SQLException, InterruptedException, SystemCalls.LedgerAwayException {
        long watermark = ledger.watermark();
        boolean behind = tail.position() < watermark;
        boolean quiet = !behind && ended.isEmpty() && !tail.isReplaying() && !isTimeToForget();
        if (quiet && !isTimeToLook()) {
            return settings.idleWaitMs();
        }
        try {
            long nowMs = calls.nowMs();
            if (!ended.isEmpty()) {
                round.record(ended, nowMs);
            }
            long viewPosition = behind ? tail.follow(nowMs) : watermark;
            if (tail.isReplaying()) {
                tail.replay(nowMs);
            }
            boolean rebuilding = viewPosition < tail.position();
            if (behind && !rebuilding && quiet(tail, ended, nowMs)) {
                position = tail.position();
                trouble.over();
                return settings.idleWaitMs();
            }
            workers.finished(ended);
            // Frames that came while this turn went on may have moved the time.
            nowMs = behind ? calls.nowMs() : nowMs;
            boolean left = !rebuilding && round.begin(nowMs);
            lookedAtNs = System.nanoTime();
            forget(store, nowMs);
            long next = store.nextDueMs(nowMs);
            store.commit();
            attemptsUnderWay = workers.underWay();
            busy = left || tail.isReplaying() || attemptsUnderWay > 0;
            nextDueMs = next;
            position = tail.position();
            if (rebuilding) {
                trouble.failed("the view is being rebuilt and is not there yet");
            } else {
                trouble.over();
            }
            boolean more =
                    tail.isReplaying() || tail.position() < Math.min(watermark, viewPosition);
            return more ? 0 : settings.idleWaitMs();
        } finally {
            // After a failure they are not known to be written down, and are made again.
            workers.finished(ended);
        }
    }

    /** Whether time and new events passed without anything to do or to write down. */
    private boolean quiet(DeliveryTail tail, List<AttemptResult> ended, long nowMs) {
        return tail.isQuiet()
                && ended.isEmpty()
                && !tail.isReplaying()
                && !busy
                && nowMs < nextDueMs
                && !isTimeToForget();
    }

    /** Whether something fell due; what only waits for room is looked at now and then. */
    private boolean isTimeToLook() throws InterruptedException, SystemCalls.LedgerAwayException {
        if (busy && System.nanoTime() - lookedAtNs >= LOOK_INTERVAL_NS) {
            return true;
        }
        return nextDueMs != Long.MAX_VALUE && calls.nowMs() >= nextDueMs;
    }

    private boolean isTimeToForget() {
        return forgottenAtNs == 0
                || System.nanoTime() - forgottenAtNs
                        >= TimeUnit.MILLISECONDS.toNanos(FORGET_INTERVAL_MS);
    }

    private void forget(DeliveryStore store, long nowMs) throws SQLException {
        if (!isTimeToForget()) {
            return;
        }
        open = store.countOpen(OPEN_COUNTED);
        int deleted = store.forget(nowMs - settings.retentionMs(), settings.retentionPieces());
        store.commit();
        if (deleted < settings.retentionPieces()) {
            forgottenAtNs = System.nanoTime();
        }
    }

    /** Attempts under way are left to themselves: what they come to is found out at the start. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(settings.stopTimeoutMs());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(settings.stopTimeoutMs());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
