package io.clearhold.ledger.projection;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.Channel;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.Tailer;
import io.clearhold.ledger.projection.database.JournalId;
import io.clearhold.ledger.projection.database.ViewSource;
import io.clearhold.ledger.projection.fact.ViewBatch;
import io.clearhold.ledger.projection.list.ViewProgress;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tailer that keeps PostgreSQL up with the journal, on a thread of its own: reads frames up to
 * the watermark, collects a batch, and writes rows and position in one transaction. So it goes on
 * exactly where the rows are, after any end of either process. While PostgreSQL is away it waits
 * and tries again; nobody else notices. Safe for many threads.
 */
public final class Projection implements Tailer, ViewProgress, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    /** How often a projection that is up to date looks whether it is to stop or to rebuild. */
    private static final long IDLE_WAIT_MS = 100;

    /** For the batch that is being written; after it the database counts as hung. */
    private static final long STOP_TIMEOUT_MS = 4_000;

    private static final long ABORT_TIMEOUT_MS = 1_000;

    private final Ledger ledger;
    private final ViewSource source;
    private final List<Channel> channels;
    private final ProjectionSettings settings;
    private final ProjectionTrouble trouble;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicReference<@Nullable CompletableFuture<Void>> rebuild =
            new AtomicReference<>();
    private final Object moved = new Object();
    private volatile long position;
    private volatile @Nullable ViewSession current;
    private volatile boolean own;
    private volatile int lastBatchFrames;
    private volatile int lastBatchRows;
    private volatile long lastUpToDateNanos;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong framesProjected = new AtomicLong();
    private final AtomicLong eventsProjected = new AtomicLong();
    private final AtomicLong batchesWritten = new AtomicLong();
    private long lookedAtSequence;
    private long lookedAtNanos;
    private long carefulUntil;
    private boolean migrated;

    /**
     * Prepares a projection; {@link #start} starts it.
     *
     * @param channels by whose names accounts of the book are shown
     */
    public Projection(
            Ledger ledger, ViewSource source, List<Channel> channels, ProjectionSettings settings) {
        this.ledger = ledger;
        this.source = source;
        this.channels = List.copyOf(channels);
        this.settings = settings;
        this.trouble = new ProjectionTrouble(settings);
        this.lookedAtNanos = System.nanoTime();
        this.lastUpToDateNanos = lookedAtNanos;
        this.thread = new Thread(this::run, "clearhold-projection");
    }

    /**
     * Starts the thread. If PostgreSQL answers, the view is checked first; if it is away, that
     * waits until it is back.
     *
     * @throws ProjectionRefusedException if the view is not one of this journal
     */
    public void start() {
        try (JournalReader reader = ledger.openReader();
                ViewSession session = open(true)) {
            check(session, reader);
            migrated = true;
            moveTo(session.position().sequence());
            trouble.none();
        } catch (SQLException | FlywayException e) {
            trouble.database(e, position);
            LOG.warn("{}", trouble.sentence());
        }
        startUnchecked();
    }

    /**
     * Starts the thread for a view that was refused when it was too late to stop the server for it:
     * nothing is projected, {@link #trouble} says why, and a rebuild is the way out.
     */
    public void startUnchecked() {
        if (stop.getCount() > 0) {
            thread.start();
        }
    }

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isOwn() {
        return own;
    }

    @Override
    public boolean awaitPosition(long sequence, long timeoutMs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        synchronized (moved) {
            while (position < sequence) {
                long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (leftMs <= 0) {
                    return false;
                }
                moved.wait(leftMs);
            }
            return true;
        }
    }

    @Override
    public boolean isIdle(long sequence) {
        return position >= sequence || trouble.isStuck();
    }

    @Override
    public String trouble() {
        return trouble.sentence();
    }

    /** Durable frames that are not in the view yet. */
    public long lag() {
        return Math.max(0, ledger.watermark() - position);
    }

    /** How long ago the view last had everything that was durable; 0 while it has. */
    public long lagMs() {
        return lag() == 0
                ? 0
                : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastUpToDateNanos);
    }

    /** Failures since the start, each tried again. */
    public long failures() {
        return failures.get();
    }

    /** Frames that this process has written to the view. */
    public long framesProjected() {
        return framesProjected.get();
    }

    /** Frames that the last transaction wrote. */
    public int lastBatchFrames() {
        return lastBatchFrames;
    }

    /** Rows that the last transaction wrote. */
    public int lastBatchRows() {
        return lastBatchRows;
    }

    /** Events that this process has written to the view. */
    public long eventsProjected() {
        return eventsProjected.get();
    }

    /** Transactions that this process has written. */
    public long batchesWritten() {
        return batchesWritten.get();
    }

    /**
     * Empties the view and fills it again from the journal; lists show what there is so far. Also
     * the way out of a view that was refused while this was running.
     *
     * @return completes once it is empty; the position then tells how far it is
     */
    public CompletableFuture<Void> rebuild() {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> earlier = rebuild.compareAndExchange(null, asked);
        return earlier == null ? asked : earlier;
    }

    /** Ends after the batch that is being written. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(STOP_TIMEOUT_MS);
            ViewSession hung = current;
            if (thread.isAlive() && hung != null) {
                hung.abort();
                thread.join(ABORT_TIMEOUT_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("the projection did not end within {} ms", STOP_TIMEOUT_MS + ABORT_TIMEOUT_MS);
            thread.interrupt();
        }
        CompletableFuture<Void> asked = rebuild.getAndSet(null);
        if (asked != null) {
            asked.cancel(false);
        }
    }

    private void run() {
        try (JournalReader reader = ledger.openReader();
                JournalReader textReader = ledger.openReader()) {
            ViewBatch batch = new ViewBatch(channels, textReader);
            while (!isStopped(0)) {
                batch.clear();
                followUntilFailure(reader, batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void followUntilFailure(JournalReader reader, ViewBatch batch)
            throws InterruptedException {
        boolean open = false;
        try (ViewSession session = open(!migrated)) {
            migrated = true;
            current = session;
            emptyIfAsked(session);
            check(session, reader);
            moveTo(session.position().sequence());
            open = true;
            follow(session, reader, batch);
        } catch (ProjectionRefusedException e) {
            trouble.forGood(e.getMessage());
            LOG.error("{}", trouble.sentence());
            waitAfterFailure(settings.longestRetryMs());
        } catch (SQLException | RuntimeException e) {
            // One that cannot be opened may be another, or none of this version, when it can.
            migrated = open;
            if (!open || ProjectionTrouble.isOfDatabase(e)) {
                trouble.database(e, position);
            } else {
                // The next frame may have failed while it was read, before it was in the batch.
                carefulUntil = Math.max(carefulUntil, position + batch.frames() + 1);
                trouble.frames(e, position + 1, Math.max(batch.frames(), 1));
            }
            LOG.warn("{}", trouble.sentence(), e);
            waitAfterFailure(trouble.waitMs());
        } finally {
            current = null;
        }
    }

    private void follow(ViewSession session, JournalReader reader, ViewBatch batch)
            throws SQLException, InterruptedException {
        Frame frame = new Frame();
        while (!isStopped(0)) {
            emptyIfAsked(session);
            noteProgress();
            collect(reader, frame, batch);
            if (batch.isEmpty()) {
                trouble.none();
                ledger.awaitWatermark(position, IDLE_WAIT_MS);
            } else {
                session.write(batch);
                batchesWritten.incrementAndGet();
                lastBatchFrames = batch.frames();
                lastBatchRows = batch.rows();
                framesProjected.addAndGet(batch.frames());
                eventsProjected.addAndGet(batch.eventCount());
                moveTo(batch.lastSequence());
                batch.clear();
                trouble.none();
            }
        }
    }

    /** Once what was durable at an earlier look is in the view, it was up to date at that look. */
    private void noteProgress() {
        if (position >= lookedAtSequence) {
            lastUpToDateNanos = lookedAtNanos;
            lookedAtNanos = System.nanoTime();
            lookedAtSequence = ledger.watermark();
        }
    }

    /** Fills the batch with what is durable; waits a little for more once it has something. */
    private void collect(JournalReader reader, Frame frame, ViewBatch batch)
            throws InterruptedException {
        long next = position + 1;
        int limit = next <= carefulUntil ? 1 : settings.batchFrames();
        long deadlineNanos = 0;
        while (batch.frames() < limit && batch.rows() < settings.batchRows()) {
            if (next > ledger.watermark()) {
                long leftNanos = deadlineNanos - System.nanoTime();
                if (batch.isEmpty() || leftNanos <= 0) {
                    return;
                }
                long leftMs = TimeUnit.NANOSECONDS.toMillis(leftNanos) + 1;
                ledger.awaitWatermark(next - 1, leftMs);
                continue;
            }
            if (batch.isEmpty()) {
                long lingerNanos = TimeUnit.MILLISECONDS.toNanos(settings.lingerMs());
                deadlineNanos = System.nanoTime() + lingerNanos;
            }
            if (!reader.read(next, frame)) {
                throw new IllegalStateException(
                        "the journal no longer keeps sequence " + next + ", which the view needs");
            }
            batch.add(frame);
            next++;
        }
    }

    private void check(ViewSession session, JournalReader reader) {
        own = false;
        session.check(JournalId.of(reader), ledger.watermark());
        own = true;
    }

    private ViewSession open(boolean migrate) throws SQLException {
        return ViewSession.open(source.database(), migrate, settings.writeTimeoutMs());
    }

    private void moveTo(long sequence) {
        synchronized (moved) {
            position = sequence;
            moved.notifyAll();
        }
    }

    private void emptyIfAsked(ViewSession session) throws SQLException {
        CompletableFuture<Void> asked = rebuild.get();
        if (asked != null) {
            session.empty();
            moveTo(0);
            carefulUntil = 0;
            rebuild.set(null);
            LOG.info("the view is empty and is filled again");
            asked.complete(null);
        }
    }

    /** Until the time is over, or it is to stop, or somebody asks for a rebuild. */
    private void waitAfterFailure(long waitMs) throws InterruptedException {
        failures.incrementAndGet();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs);
        long leftMs = waitMs;
        while (leftMs > 0 && rebuild.get() == null && !isStopped(Math.min(leftMs, IDLE_WAIT_MS))) {
            leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
    }

    /** Whether it is to stop; waits for that up to a time. */
    private boolean isStopped(long waitMs) throws InterruptedException {
        return stop.await(waitMs, TimeUnit.MILLISECONDS);
    }
}
