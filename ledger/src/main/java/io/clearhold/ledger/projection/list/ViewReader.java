package io.clearhold.ledger.projection.list;

import io.clearhold.core.money.Currencies;
import io.clearhold.ledger.projection.database.ViewPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Lists of everything that the view holds, newest first. Each page is read in one snapshot and says
 * which sequence that was. A caller sees what his {@link Scope} says and nothing else. Blocks: call
 * it from virtual threads. Safe for many threads.
 */
public final class ViewReader {
    /** Reads within one snapshot. */
    interface Reading<T> {
        T read(Connection connection, long position) throws SQLException;
    }

    private final DataSource pool;

    public ViewReader(DataSource pool) {
        this.pool = pool;
    }

    /** The sequence that lists are at. */
    public long position() {
        return read((connection, position) -> position);
    }

    public Page<PaymentRow> payments(PaymentFilter filter, Cursor cursor) {
        Query query =
                scoped("payments", filter.scope(), "payee", "payer")
                        .equal("payee", filter.payee())
                        .equal("payer", filter.payer())
                        .created(filter.created());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        filter.reference().ifPresent(reference -> query.where("reference = ?", reference));
        currency(query, filter.currency());
        return read((connection, position) ->
                withSplits(
                        connection, query.page(connection, cursor, position, RowReaders::payment)));
    }

    public Page<RefundRow> refunds(RefundFilter filter, Cursor cursor) {
        Query query =
                scoped("refunds", filter.scope(), "payee", "payer")
                        .equal("payment", filter.payment())
                        .created(filter.created());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        return page(query, cursor, RowReaders::refund);
    }

    public Page<PayoutRow> payouts(PayoutFilter filter, Cursor cursor) {
        Query query =
                scoped("payouts", filter.scope(), "account", "")
                        .equal("account", filter.account())
                        .created(filter.created());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        return page(query, cursor, RowReaders::payout);
    }

    public Page<AccountRow> accounts(AccountFilter filter, Cursor cursor) {
        Query query = scoped("accounts", filter.scope(), "id", "").created(filter.created());
        filter.type().ifPresent(type -> query.where("type = ?", type.label()));
        filter.reference().ifPresent(reference -> query.where("reference = ?", reference));
        return page(query, cursor, RowReaders::account);
    }

    /** Keys of staff are for staff alone. */
    public Page<KeyRow> keys(KeyFilter filter, Cursor cursor) {
        Query query =
                scoped("keys", filter.scope(), "account", "").equal("account", filter.account());
        switch (filter.scope()) {
            case Scope.Everything all -> {}
            case Scope.Platform platform -> query.where("role IN ('platform', 'account')");
            case Scope.Account account -> query.where("role = 'account'");
        }
        return page(query, cursor, RowReaders::key);
    }

    /**
     * Events after a sequence, oldest first, whole frames only: a page may be longer than the limit
     * by the rest of its last frame.
     */
    public Page<EventRow> eventsAfter(EventFilter filter, long sequence, int limit) {
        return new EventPages(filter, true, checked(limit)).read(this, sequence);
    }

    /** Events before a sequence, newest first, whole frames only; 0 begins with the newest. */
    public Page<EventRow> eventsBefore(EventFilter filter, long sequence, int limit) {
        long bound = sequence == 0 ? Long.MAX_VALUE : sequence;
        return new EventPages(filter, false, checked(limit)).read(this, bound);
    }

    /** What moved the balances of an account, newest first, from an entry that was shown on. */
    public Page<EntryRow> entries(long account, EntryPlace before, int limit) {
        Query query =
                new Query("entries")
                        .where("account = ?", account)
                        .where(
                                "(sequence, ordinal, place) < (?, ?, ?)",
                                before.sequence(),
                                before.ordinal(),
                                before.place());
        String order = "sequence DESC, ordinal DESC, place DESC";
        int wanted = checked(limit);
        return read((connection, position) -> {
            List<EntryRow> rows = query.list(connection, order, wanted + 1, RowReaders::entry);
            boolean more = rows.size() > wanted;
            return new Page<>(more ? rows.subList(0, wanted) : rows, more, position);
        });
    }

    /** Reads within one snapshot, and says so in one sentence if that cannot be done now. */
    <T> T read(Reading<T> reading) {
        try (Connection connection = pool.getConnection()) {
            T result = reading.read(connection, ViewPosition.load(connection).sequence());
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new ViewAwayException(e);
        }
    }

    /**
     * What a caller may see of a table.
     *
     * @param one the column with his account
     * @param two the other column with it, empty if there is none
     */
    static Query scoped(String table, Scope scope, String one, String two) {
        Query query = new Query(table);
        return switch (scope) {
            case Scope.Everything all -> query;
            case Scope.Platform platform -> query.where("platform = ?", platform.platform());
            case Scope.Account account ->
                    two.isEmpty()
                            ? query.where(one + " = ?", account.account())
                            : query.onSide(one, two, account.account());
        };
    }

    private <T> Page<T> page(Query query, Cursor cursor, Query.RowReader<T> reader) {
        return read((connection, position) -> query.page(connection, cursor, position, reader));
    }

    private static void currency(Query query, int number) {
        if (number != 0) {
            query.where("currency = ?", Currencies.code(number));
        }
    }

    private static int checked(int limit) {
        return Cursor.first(limit).limit();
    }

    private static Page<PaymentRow> withSplits(Connection connection, Page<PaymentRow> page)
            throws SQLException {
        Map<Long, List<SplitRow>> splits = new HashMap<>();
        Object[] ids = page.rows().stream().map(PaymentRow::id).toArray();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT * FROM splits WHERE payment = ANY (?) ORDER BY payment, place")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    splits.computeIfAbsent(row.getLong("payment"), id -> new ArrayList<>())
                            .add(RowReaders.split(row));
                }
            }
        }
        return page.map(
                payment -> payment.withSplits(splits.getOrDefault(payment.id(), List.of())));
    }
}
