package io.clearhold.ledger.projection;

import io.clearhold.ledger.projection.database.JournalId;
import io.clearhold.ledger.projection.database.ViewDatabase;
import io.clearhold.ledger.projection.database.ViewPosition;
import io.clearhold.ledger.projection.database.ViewSchema;
import io.clearhold.ledger.projection.fact.ViewBatch;
import io.clearhold.ledger.projection.fact.ViewTables;
import io.clearhold.ledger.projection.row.TableChanges;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that writes the view, and the position that the view has. After any failure it is
 * closed and another is opened: only the database knows whether a commit that was not answered
 * happened, and the new session asks it. Confined to one thread at a time.
 */
final class ViewSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewSession.class);

    private final Connection connection;
    private ViewPosition position;

    private ViewSession(Connection connection, ViewPosition position) {
        this.connection = connection;
        this.position = position;
    }

    /**
     * Connects and reads the position.
     *
     * @param migrate whether the schema may have to be brought to this version first
     * @param writeTimeoutMs after which a server that does not answer is away
     */
    static ViewSession open(ViewDatabase database, boolean migrate, long writeTimeoutMs)
            throws SQLException {
        int seconds = (int) Math.ceilDiv(writeTimeoutMs, 1_000L);
        // Before the migration, which would wrap in many lines that the server is away.
        Connection connection = database.connect("clearhold projection", seconds);
        try {
            if (migrate) {
                ViewSchema.migrate(database);
            }
            prepare(connection);
            return new ViewSession(connection, ViewPosition.load(connection));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    ViewPosition position() {
        return position;
    }

    /** Refuses a view that is not one of this journal. */
    void check(JournalId journal, long watermark) {
        JournalId filledFrom = position.journal();
        if (!filledFrom.isNone() && !journal.isNone() && !filledFrom.equals(journal)) {
            throw new ProjectionRefusedException(
                    "the view in PostgreSQL was filled from journal "
                            + filledFrom
                            + ", not from this one ("
                            + journal
                            + "): give it another database, or rebuild it");
        }
        if (position.sequence() > watermark) {
            throw new ProjectionRefusedException(
                    "the view in PostgreSQL is at sequence "
                            + position.sequence()
                            + ", but the journal ends at "
                            + watermark
                            + ": the journal has lost frames, or the view is of another one");
        }
    }

    /** Writes rows and position in one transaction. */
    void write(ViewBatch batch) throws SQLException {
        JournalId journal =
                position.journal().isNone() && !batch.journal().isNone()
                        ? batch.journal()
                        : position.journal();
        ViewPosition next = new ViewPosition(batch.lastSequence(), journal);
        batch.write(connection);
        position.moveTo(next, connection);
        connection.commit();
        position = next;
    }

    /** Empties the view; the position is 0 again. */
    void empty() throws SQLException {
        ViewSchema.empty(connection);
        connection.commit();
        position = ViewPosition.load(connection);
        connection.commit();
    }

    /** Ends what another thread waits for: the server hangs. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warn("the connection to a PostgreSQL that hangs was not ended", e);
        }
    }

    /** What was not committed is undone by the server. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Changes are few beside the table they go to: always look them up by key, whatever the
            // planner thinks of a temporary table without statistics.
            statement.execute("SET enable_hashjoin = off");
            statement.execute("SET enable_mergejoin = off");
        }
        TableChanges.prepare(connection, ViewTables.changing());
        connection.setAutoCommit(false);
    }
}
