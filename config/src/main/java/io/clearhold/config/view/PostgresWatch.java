package io.clearhold.config.view;

import io.clearhold.config.settings.DatabaseSettings;
import io.clearhold.ledger.projection.database.TableSize;
import io.clearhold.ledger.projection.database.ViewDatabase;
import io.clearhold.ledger.projection.database.ViewSizes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks PostgreSQL again and again, on a new connection each time, whether it answers: what hangs is
 * away, and who is in the middle of a long transaction finds that out late. Written by one thread,
 * read by many.
 */
public final class PostgresWatch {
    /**
     * What was seen last.
     *
     * @param databaseBytes of the whole database, 0 before the first look
     */
    public record Sizes(long databaseBytes, List<TableSize> tables) {
        public Sizes {
            tables = List.copyOf(tables);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);

    private final DatabaseSettings settings;
    private volatile String trouble = "";
    private volatile Consumer<List<TableSize>> onSizes = seen -> {};
    private volatile Sizes sizes = new Sizes(0, List.of());

    PostgresWatch(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** One sentence while it does not answer, else empty. */
    public String trouble() {
        return trouble;
    }

    public Sizes sizes() {
        return sizes;
    }

    /** Gets each look at the sizes, and the last one at once. */
    void onSizes(Consumer<List<TableSize>> listener) {
        onSizes = listener;
        listener.accept(sizes.tables());
    }

    void run(ViewDatabase database, CountDownLatch stop) throws InterruptedException {
        long nextSizesNanos = System.nanoTime();
        do {
            boolean withSizes = System.nanoTime() - nextSizesNanos >= 0;
            if (look(database, withSizes) && withSizes && !sizes.tables().isEmpty()) {
                nextSizesNanos =
                        System.nanoTime()
                                + TimeUnit.MILLISECONDS.toNanos(settings.sizeIntervalMs());
            }
        } while (!stop.await(settings.checkIntervalMs(), TimeUnit.MILLISECONDS));
    }

    /** Returns whether it answered. */
    private boolean look(ViewDatabase database, boolean withSizes) {
        int seconds = (int) Math.ceilDiv(settings.checkTimeoutMs(), 1_000L);
        try (Connection connection = database.connect("clearhold check", seconds, seconds)) {
            if (!connection.isValid(seconds)) {
                throw new SQLException("it does not answer");
            }
            if (withSizes) {
                sizes = new Sizes(ViewSizes.ofDatabase(connection), ViewSizes.ofTables(connection));
                onSizes.accept(sizes.tables());
            }
            if (!trouble.isEmpty()) {
                LOG.info("PostgreSQL answers again");
            }
            trouble = "";
            return true;
        } catch (SQLException e) {
            String sentence = "PostgreSQL is away (" + firstLine(e) + "), payments go on";
            if (!sentence.equals(trouble)) {
                LOG.warn("{}", sentence);
            }
            trouble = sentence;
            return false;
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
