package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.CopyBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of a batch that are only added to: statement lines and days, cut days, settlements. */
final class ProofRows {
    private static final String LINES =
            "COPY statement_lines (sequence, ordinal, statement, line, side, movement, instruction,"
                    + " payment, break_id, gross, fee, cash, currency, channel, statement_day,"
                    + " posting_day, text) FROM STDIN";
    private static final String DAYS = "COPY days (day, cut_sequence, cut_at_ms) FROM STDIN";
    private static final String DAY_TOTALS =
            "COPY day_totals (day, currency, kind, debits, credits) FROM STDIN";
    private static final String SETTLEMENTS =
            "COPY settlements (id, account, platform, day, from_sequence, through_sequence,"
                    + " created_at_ms, last_sequence) FROM STDIN";
    private static final String STATEMENT_DAY =
            "INSERT INTO statement_days (channel, currency, day, opening, closing, complete,"
                    + " statement) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (day, channel, currency)"
                    + " DO UPDATE SET opening = EXCLUDED.opening, closing = EXCLUDED.closing,"
                    + " complete = EXCLUDED.complete, statement = EXCLUDED.statement";

    /**
     * A day that a statement covers.
     *
     * @param day since 1970
     */
    record StatementDay(
            int channel,
            String currency,
            int day,
            long opening,
            long closing,
            boolean complete,
            long statement) {}

    final CopyBuffer lines = new CopyBuffer();
    final CopyBuffer days = new CopyBuffer();
    final CopyBuffer dayTotals = new CopyBuffer();
    final CopyBuffer settlements = new CopyBuffer();
    private final List<StatementDay> statementDays = new ArrayList<>();

    void add(StatementDay day) {
        statementDays.add(day);
    }

    int size() {
        return lines.rows()
                + days.rows()
                + dayTotals.rows()
                + settlements.rows()
                + statementDays.size();
    }

    void clear() {
        lines.clear();
        days.clear();
        dayTotals.clear();
        settlements.clear();
        statementDays.clear();
    }

    void write(Connection connection) throws SQLException {
        lines.copyTo(connection, LINES);
        days.copyTo(connection, DAYS);
        dayTotals.copyTo(connection, DAY_TOTALS);
        settlements.copyTo(connection, SETTLEMENTS);
        if (statementDays.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(STATEMENT_DAY)) {
            for (StatementDay day : statementDays) {
                statement.setInt(1, day.channel());
                statement.setString(2, day.currency());
                statement.setInt(3, day.day());
                statement.setLong(4, day.opening());
                statement.setLong(5, day.closing());
                statement.setBoolean(6, day.complete());
                statement.setLong(7, day.statement());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
