package io.clearhold.ledger.projection.list;

import io.clearhold.core.book.AccountKind;
import io.clearhold.core.lifecycle.InstructionKind;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.proof.BreakAction;
import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import io.clearhold.core.proof.EntrySide;
import io.clearhold.core.proof.StatementFormat;
import io.clearhold.core.proof.StatementStatus;
import io.clearhold.core.view.ApprovalFilter;
import io.clearhold.core.view.ApprovalRow;
import io.clearhold.core.view.BreakFilter;
import io.clearhold.core.view.BreakRow;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.DayReport;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.ProofViews;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.SettlementBalance;
import io.clearhold.core.view.SettlementFilter;
import io.clearhold.core.view.SettlementLine;
import io.clearhold.core.view.SettlementRow;
import io.clearhold.core.view.StatementRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what proves the ledger; see {@link ViewReader}, whose pool and snapshots it uses. */
public final class ProofReader implements ProofViews {
    private static final int FETCH_SIZE = 1000;

    /** Balances are those of entries, summed up to a sequence: they need no table of their own. */
    private static final String BALANCES =
            "SELECT kind, currency,"
                    + " COALESCE(sum(amount) FILTER (WHERE sequence <= ?), 0) AS opening,"
                    + " COALESCE(sum(amount) FILTER (WHERE sequence > ? AND amount > 0), 0) AS up,"
                    + " COALESCE(-sum(amount) FILTER (WHERE sequence > ? AND amount < 0), 0) AS down,"
                    + " count(*) FILTER (WHERE sequence > ?) AS entries"
                    + " FROM entries WHERE account = ? AND sequence <= ?"
                    + " GROUP BY kind, currency ORDER BY currency, kind";

    private static final String LINES =
            "SELECT n.*, p.reference, e.facts FROM entries n"
                    + " LEFT JOIN payments p ON p.id = n.payment AND n.payment <> 0"
                    + " LEFT JOIN events e ON e.sequence = n.sequence AND e.ordinal = n.ordinal"
                    + " WHERE n.account = ? AND n.sequence > ? AND n.sequence <= ?"
                    + " ORDER BY n.sequence, n.ordinal, n.place";

    private final ViewReader view;

    public ProofReader(ViewReader view) {
        this.view = view;
    }

    @Override
    public Page<StatementRow> statements(int channel, Cursor cursor) {
        Query query = new Query("statements").equal("channel", channel);
        return page(query, cursor, ProofReader::statement);
    }

    @Override
    public Page<BreakRow> breaks(BreakFilter filter, Cursor cursor) {
        // The movement of a break tells what it serves.
        Query query =
                new Query(
                                "(SELECT b.*, i.kind AS movement_kind, i.subject AS subject"
                                        + " FROM breaks b"
                                        + " LEFT JOIN instructions i ON i.id = b.instruction) AS b")
                        .equal("channel", filter.channel())
                        .equal("payment", filter.payment());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        filter.type().ifPresent(type -> query.where("type = ?", type.label()));
        if (filter.created().fromMs() != 0) {
            query.where("created_at_ms >= ?", filter.created().fromMs());
        }
        if (filter.created().toMs() != 0) {
            query.where("created_at_ms < ?", filter.created().toMs());
        }
        return page(query, cursor, ProofReader::unexplained);
    }

    @Override
    public Page<ApprovalRow> approvals(ApprovalFilter filter, Cursor cursor) {
        Query query = new Query("approvals").created(filter.created());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        filter.kind().ifPresent(kind -> query.where("kind = ?", kind.label()));
        return page(query, cursor, RowReaders::approval);
    }

    @Override
    public Page<SettlementRow> settlements(SettlementFilter filter, Cursor cursor) {
        Query query =
                ViewReader.scoped("settlements", filter.scope(), "account", "")
                        .equal("account", filter.account())
                        .equal("day", filter.day());
        return page(query, cursor, ProofReader::settlement);
    }

    @Override
    public Optional<SettlementRow> settlement(Scope scope, long id) {
        Query query = ViewReader.scoped("settlements", scope, "account", "").where("id = ?", id);
        return page(query, Cursor.first(1), ProofReader::settlement).rows().stream().findFirst();
    }

    @Override
    public void settlementContent(
            SettlementRow settlement,
            Consumer<SettlementContent> balances,
            Consumer<SettlementLine> lines) {
        view.read((connection, position) -> {
            balances.accept(new SettlementContent(settlement, balances(connection, settlement)));
            lines(connection, settlement, lines);
            return true;
        });
    }

    @Override
    public Optional<DayReport> day(int day) {
        return view.read((connection, position) -> new DayReader(connection, day).read());
    }

    @Override
    public Optional<Integer> lastCutDay() {
        return view.read((connection, position) -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT max(day) AS day FROM days");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                int day = row.getInt("day");
                return row.wasNull() ? Optional.empty() : Optional.of(day);
            }
        });
    }

    private static List<SettlementBalance> balances(Connection connection, SettlementRow settlement)
            throws SQLException {
        List<SettlementBalance> balances = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(BALANCES)) {
            for (int i = 1; i <= 4; i++) {
                statement.setLong(i, settlement.fromSequence());
            }
            statement.setLong(5, settlement.account());
            statement.setLong(6, settlement.throughSequence());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long opening = row.getLong("opening");
                    long up = row.getLong("up");
                    long down = row.getLong("down");
                    balances.add(
                            new SettlementBalance(
                                    AccountKind.valueOf(
                                            row.getString("kind").toUpperCase(Locale.ROOT)),
                                    Currencies.number(row.getString("currency")),
                                    opening,
                                    up,
                                    down,
                                    opening + up - down,
                                    row.getLong("entries")));
                }
            }
        }
        return balances;
    }

    private static void lines(
            Connection connection, SettlementRow settlement, Consumer<SettlementLine> lines)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LINES)) {
            statement.setFetchSize(FETCH_SIZE);
            statement.setLong(1, settlement.account());
            statement.setLong(2, settlement.fromSequence());
            statement.setLong(3, settlement.throughSequence());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.accept(
                            new SettlementLine(
                                    RowReaders.entry(row),
                                    text(row, "reference"),
                                    text(row, "facts")));
                }
            }
        }
    }

    private <T> Page<T> page(Query query, Cursor cursor, Query.RowReader<T> reader) {
        return view.read(
                (connection, position) -> query.page(connection, cursor, position, reader));
    }

    private static StatementRow statement(ResultSet row) throws SQLException {
        return new StatementRow(
                row.getLong("id"),
                row.getInt("channel"),
                format(row.getString("format")),
                StatementStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getLong("lines"),
                row.getLong("matched"),
                row.getLong("breaks"),
                row.getLong("duplicates"),
                row.getLong("quarantined"),
                text(row, "text"),
                text(row, "findings"),
                row.getLong("created_at_ms"),
                row.getLong("last_sequence"));
    }

    private static StatementFormat format(String label) {
        for (StatementFormat format : StatementFormat.values()) {
            if (format.label().equals(label)) {
                return format;
            }
        }
        throw new IllegalStateException("the view names a format " + label);
    }

    private static BreakRow unexplained(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("movement_kind");
        return new BreakRow(
                row.getLong("id"),
                BreakType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                EntrySide.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                BreakStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("channel"),
                Currencies.number(row.getString("currency")),
                row.getLong("amount"),
                row.getLong("payment"),
                row.getLong("instruction"),
                kind == null
                        ? Optional.empty()
                        : Optional.of(InstructionKind.valueOf(kind.toUpperCase(Locale.ROOT))),
                row.getLong("subject"),
                row.getLong("statement"),
                row.getLong("line"),
                BreakAction.valueOf(row.getString("treatment").toUpperCase(Locale.ROOT)),
                action(row.getString("action")),
                row.getLong("assigned_sequence"),
                text(row, "assigned"),
                row.getLong("created_at_ms"),
                row.getLong("resolved_at_ms"),
                row.getLong("last_sequence"));
    }

    private static int action(String name) {
        return name.equals("none") ? 0 : BreakAction.valueOf(name.toUpperCase(Locale.ROOT)).code();
    }

    private static SettlementRow settlement(ResultSet row) throws SQLException {
        return new SettlementRow(
                row.getLong("id"),
                row.getLong("account"),
                row.getLong("platform"),
                row.getInt("day"),
                row.getLong("from_sequence"),
                row.getLong("through_sequence"),
                row.getLong("created_at_ms"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }
}
