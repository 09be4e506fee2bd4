package io.clearhold.ledger.projection.list;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.view.DayReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts the report of one day together, within one snapshot. */
final class DayReader {
    /** Everything of the day that went through a bank, as the ledger booked it. */
    private static final String MOVEMENTS =
            "SELECT channel, currency,"
                    + " CASE kind WHEN 'collect' THEN 'collection' WHEN 'topup' THEN 'collection'"
                    + " WHEN 'own_funds' THEN 'collection' WHEN 'withdrawal' THEN 'payout'"
                    + " WHEN 'contest' THEN 'return' ELSE kind END AS movement,"
                    + " CASE kind WHEN 'collect' THEN settled_amount ELSE amount END AS amount,"
                    + " CASE kind WHEN 'contest' THEN return_proven ELSE proven END AS proven"
                    + " FROM instructions WHERE settled_sequence > ? AND settled_sequence <= ?"
                    // A bank may take back that a refund had left.
                    + " AND status <> 'failed'"
                    + " UNION ALL SELECT channel, currency, 'return', amount, return_proven"
                    + " FROM instructions WHERE returned_sequence > ? AND returned_sequence <= ?"
                    + " UNION ALL SELECT c.channel, c.currency, 'chargeback', c.amount,"
                    + " i.return_proven FROM chargebacks c JOIN instructions i"
                    + " ON i.id = c.instruction"
                    + " WHERE c.text_sequence > ? AND c.text_sequence <= ?";

    private static final String WAYS =
            "SELECT COALESCE(m.channel, b.channel) AS channel,"
                    + " COALESCE(m.currency, b.currency) AS currency,"
                    + " COALESCE(m.movement, b.movement) AS movement,"
                    + " COALESCE(m.n, 0) AS payments, COALESCE(m.amount, 0) AS payments_amount,"
                    + " COALESCE(m.unproven, 0) AS unproven,"
                    + " COALESCE(m.unproven_amount, 0) AS unproven_amount,"
                    + " COALESCE(b.batches, 0) AS batches, COALESCE(b.gross, 0) AS gross,"
                    + " COALESCE(b.fees, 0) AS fees, COALESCE(b.n, 0) AS lines,"
                    + " COALESCE(b.cash, 0) AS cash"
                    + " FROM (SELECT channel, currency, movement, count(*) AS n,"
                    + " sum(amount) AS amount, count(*) FILTER (WHERE NOT proven) AS unproven,"
                    + " COALESCE(sum(amount) FILTER (WHERE NOT proven), 0) AS unproven_amount"
                    + " FROM ("
                    + MOVEMENTS
                    + ") AS moved GROUP BY 1, 2, 3) AS m"
                    + " FULL JOIN (SELECT channel, currency, movement, count(*) AS n,"
                    + " count(DISTINCT (statement, line)) AS batches, sum(gross) AS gross,"
                    + " sum(fee) AS fees, sum(cash) AS cash FROM statement_lines"
                    + " WHERE posting_day = ? AND movement <> 'none' GROUP BY 1, 2, 3) AS b"
                    + " ON m.channel = b.channel AND m.currency = b.currency"
                    + " AND m.movement = b.movement ORDER BY 1, 2, 3";

    private static final String TOTALS =
            "SELECT d.currency, d.kind, d.debits, d.credits, COALESCE(b.debits, 0) AS debits_before,"
                    + " COALESCE(b.credits, 0) AS credits_before FROM day_totals d"
                    + " LEFT JOIN day_totals b ON b.day = d.day - 1 AND b.currency = d.currency"
                    + " AND b.kind = d.kind WHERE d.day = ? ORDER BY d.currency, d.kind";

    /** Every account that ever had a line, or has a statement of the day. */
    private static final String BANK =
            "SELECT COALESCE(l.channel, s.channel) AS channel,"
                    + " COALESCE(l.currency, s.currency) AS currency,"
                    + " COALESCE(l.booked, 0) AS booked, s.day IS NOT NULL AS stated,"
                    + " COALESCE(s.complete, false) AS complete, COALESCE(s.opening, 0) AS opening,"
                    + " COALESCE(s.closing, 0) AS closing, COALESCE(s.statement, 0) AS statement"
                    + " FROM (SELECT channel, currency,"
                    + " sum(CASE side WHEN 'credit' THEN cash ELSE -cash END) AS booked"
                    + " FROM statement_lines WHERE statement_day <= ? GROUP BY 1, 2) AS l"
                    + " FULL JOIN (SELECT * FROM statement_days WHERE day = ?) AS s"
                    + " ON s.channel = l.channel AND s.currency = l.currency ORDER BY 1, 2";

    private static final String BREAKS =
            "SELECT type, direction, currency, count(*) AS n, sum(amount) AS amount FROM breaks"
                    + " WHERE status = 'open' AND (id >> 12) & 17592186044415 > ?"
                    + " AND (id >> 12) & 17592186044415 <= ?"
                    + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final int day;

    DayReader(Connection connection, int day) {
        this.connection = connection;
        this.day = day;
    }

    Optional<DayReport> read() throws SQLException {
        List<long[]> cuts =
                list(
                        "SELECT cut_sequence, cut_at_ms FROM days WHERE day = ?",
                        row -> new long[] {row.getLong(1), row.getLong(2)},
                        (long) day);
        if (cuts.isEmpty()) {
            return Optional.empty();
        }
        long cut = cuts.getFirst()[0];
        long before =
                list(
                                "SELECT COALESCE(max(cut_sequence), 0) FROM days WHERE day < ?",
                                row -> row.getLong(1),
                                (long) day)
                        .getFirst();
        return Optional.of(
                new DayReport(
                        day,
                        cut,
                        cuts.getFirst()[1],
                        before,
                        list(TOTALS, DayReader::totals, (long) day),
                        list(
                                WAYS,
                                DayReader::way,
                                before,
                                cut,
                                before,
                                cut,
                                before,
                                cut,
                                (long) day),
                        list(BANK, DayReader::bank, (long) day, (long) day),
                        list(BREAKS, DayReader::breaks, before, cut)));
    }

    private static DayReport.KindTotals totals(ResultSet row) throws SQLException {
        return new DayReport.KindTotals(
                AccountKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                currency(row),
                row.getLong("debits_before"),
                row.getLong("credits_before"),
                row.getLong("debits"),
                row.getLong("credits"));
    }

    private static DayReport.Way way(ResultSet row) throws SQLException {
        return new DayReport.Way(
                row.getInt("channel"),
                currency(row),
                row.getString("movement"),
                row.getLong("payments"),
                row.getLong("payments_amount"),
                row.getLong("unproven"),
                row.getLong("unproven_amount"),
                row.getLong("batches"),
                row.getLong("gross"),
                row.getLong("fees"),
                row.getLong("lines"),
                row.getLong("cash"));
    }

    private static DayReport.BankDay bank(ResultSet row) throws SQLException {
        return new DayReport.BankDay(
                row.getInt("channel"),
                currency(row),
                row.getBoolean("stated"),
                row.getBoolean("complete"),
                row.getLong("opening"),
                row.getLong("closing"),
                row.getLong("booked"),
                row.getLong("statement"));
    }

    private static DayReport.BreakSum breaks(ResultSet row) throws SQLException {
        return new DayReport.BreakSum(
                row.getString("type"),
                row.getString("direction"),
                currency(row),
                row.getLong("n"),
                row.getLong("amount"));
    }

    private static int currency(ResultSet row) throws SQLException {
        return Currencies.number(row.getString("currency"));
    }

    private <T> List<T> list(String sql, RowReader<T> reader, Long... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
        }
        return rows;
    }
}
