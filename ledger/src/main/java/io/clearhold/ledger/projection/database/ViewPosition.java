package io.clearhold.ledger.projection.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How far the view is: the last sequence whose events are in its rows, and of which journal. It
 * moves in the transaction that writes the rows, so both are there or neither.
 */
public record ViewPosition(long sequence, JournalId journal) {
    /** Reads the position. */
    public static ViewPosition load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT sequence, journal_high, journal_low FROM projection_position")) {
            if (!row.next()) {
                throw new SQLException("projection_position has lost its row: rebuild the view");
            }
            return new ViewPosition(row.getLong(1), new JournalId(row.getLong(2), row.getLong(3)));
        }
    }

    /**
     * Moves the position, if it is still this one: two projections on one database would otherwise
     * count twice.
     */
    public void moveTo(ViewPosition next, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "UPDATE projection_position SET sequence = ?, journal_high = ?, journal_low = ?"
                                + " WHERE sequence = ?")) {
            statement.setLong(1, next.sequence);
            statement.setLong(2, next.journal.high());
            statement.setLong(3, next.journal.low());
            statement.setLong(4, sequence);
            if (statement.executeUpdate() != 1) {
                throw new SQLException(
                        "the view is no longer at sequence "
                                + sequence
                                + ": does another server write to the same database?");
            }
        }
    }
}
