package io.clearhold.ledger.projection;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.ledger.machine.StateMachine;
import io.clearhold.ledger.projection.database.ViewDatabase;
import io.clearhold.ledger.projection.database.ViewPosition;
import io.clearhold.ledger.state.LedgerState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Promise I6: PostgreSQL at position n equals the state at n. Reads the view in one snapshot,
 * replays the journal up to the position that the snapshot has, and compares. The two ways from
 * frames to what is compared share nothing but the posting rules.
 */
public final class ProjectionCheck {
    /**
     * What was found.
     *
     * @param sequence that both were at
     * @param rows that were compared
     * @param differenceCount all differences, of which {@code differences} has the first, one
     *     sentence each
     */
    public record Report(long sequence, long rows, long differenceCount, List<String> differences) {
        public boolean isEqual() {
            return differenceCount == 0;
        }
    }

    private final ViewDatabase database;

    public ProjectionCheck(ViewDatabase database) {
        this.database = database;
    }

    /**
     * Compares the view with the journal; the projection may go on meanwhile.
     *
     * @param reader of the journal, at least up to the view's position
     */
    public Report run(JournalReader reader) throws SQLException {
        try (Connection connection = database.connect("clearhold projection check")) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            long sequence = ViewPosition.load(connection).sequence();
            LedgerState state = replay(reader, sequence);
            Differences differences = new Differences();
            new ObjectComparison(connection, state, differences).run();
            new BalanceComparison(connection, state, differences).run();
            return new Report(
                    sequence, differences.rows(), differences.count(), differences.first());
        }
    }

    private static LedgerState replay(JournalReader reader, long last) {
        StateMachine machine = new StateMachine();
        Frame frame = new Frame();
        for (long sequence = 1; sequence <= last; sequence++) {
            if (!reader.read(sequence, frame)) {
                throw new IllegalStateException(
                        "the journal does not give sequence " + sequence + ", which the view has");
            }
            machine.apply(frame);
        }
        return machine.state();
    }
}
