package io.clearhold.config.view;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.settings.DatabaseSettings;
import io.clearhold.core.port.Channel;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.Tailer;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Views;
import io.clearhold.ledger.projection.Projection;
import io.clearhold.ledger.projection.ProjectionRefusedException;
import io.clearhold.ledger.projection.list.ProofReader;
import io.clearhold.ledger.projection.list.ViewPool;
import io.clearhold.ledger.projection.list.ViewReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What fills the view and what reads it. Both are there from the beginning and say so while there
 * is no PostgreSQL; the projection begins once there is one. Safe for many threads.
 */
public final class ServerView implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerView.class);

    /** From an interruption to the end of what it interrupts. */
    private static final long INTERRUPTION_MS = 2_000;

    private final PostgresPart postgres;
    private final Projection projection;
    private final ViewPool pool;
    private final ViewReader lists;
    private final Thread starter;

    /** Holds the reason of a refusal, empty if there is none. */
    private final CompletableFuture<String> checked = new CompletableFuture<>();

    private ServerView(
            PostgresPart postgres,
            Ledger ledger,
            List<Channel> channels,
            DatabaseSettings settings) {
        this.postgres = postgres;
        this.projection = new Projection(ledger, postgres, channels, settings.projection());
        this.pool = ViewPool.open(postgres, settings.lists());
        this.lists = new ViewReader(pool.connections(), projection);
        this.starter = Thread.ofVirtual().name("clearhold-view-start").unstarted(this::begin);
    }

    /** Prepares everything, and returns at once. */
    public static ServerView start(
            PostgresPart postgres,
            Ledger ledger,
            List<Channel> channels,
            DatabaseSettings settings) {
        ServerView view = new ServerView(postgres, ledger, channels, settings);
        view.starter.start();
        return view;
    }

    public Projection projection() {
        return projection;
    }

    public ViewPool pool() {
        return pool;
    }

    public Views lists() {
        return lists;
    }

    public ProofViews proof() {
        return new ProofReader(lists);
    }

    /** The projection as the clock is to see it: nobody waits for a database that is away. */
    public Tailer patientTailer() {
        return new Tailer() {
            @Override
            public String name() {
                return projection.name();
            }

            @Override
            public long position() {
                return projection.position();
            }

            @Override
            public boolean isIdle(long sequence) {
                return projection.isIdle(sequence) || !postgres.trouble().isEmpty();
            }

            @Override
            public String trouble() {
                return projection.trouble();
            }
        };
    }

    /**
     * Refuses a view that is not one of this journal. Where PostgreSQL does not say so in time, the
     * start goes on, and the projection will not.
     *
     * @throws StartRefusedException with the reason
     */
    public void requireOwn(long waitMs) throws InterruptedException {
        String refusal = "";
        try {
            refusal = checked.get(waitMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.info("PostgreSQL takes its time: payments do not wait for it");
        } catch (ExecutionException e) {
            LOG.warn("the view could not be looked at", e);
        }
        if (!refusal.isEmpty()) {
            throw new StartRefusedException(refusal);
        }
    }

    @Override
    public void close() {
        starter.interrupt();
        try {
            starter.join(INTERRUPTION_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        projection.close();
        pool.close();
    }

    private void begin() {
        try {
            postgres.awaitAddress();
            projection.start();
            checked.complete("");
        } catch (ProjectionRefusedException e) {
            checked.complete(e.getMessage());
            projection.startUnchecked();
        } catch (RuntimeException e) {
            checked.completeExceptionally(e);
            LOG.error("the view cannot be filled", e);
            projection.startUnchecked();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
