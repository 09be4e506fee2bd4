package io.clearhold.ledger.projection.list;

import io.clearhold.core.money.Currencies;
import io.clearhold.core.view.AccountFilter;
import io.clearhold.core.view.AccountRow;
import io.clearhold.core.view.ChargebackFilter;
import io.clearhold.core.view.ChargebackRow;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.DisputeFilter;
import io.clearhold.core.view.DisputeRow;
import io.clearhold.core.view.EntryCursor;
import io.clearhold.core.view.EntryPlace;
import io.clearhold.core.view.EntryRow;
import io.clearhold.core.view.EventCursor;
import io.clearhold.core.view.EventFilter;
import io.clearhold.core.view.EventPlace;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.KeyFilter;
import io.clearhold.core.view.KeyRow;
import io.clearhold.core.view.MilestoneRow;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.PaymentFilter;
import io.clearhold.core.view.PaymentLinkFilter;
import io.clearhold.core.view.PaymentLinkRow;
import io.clearhold.core.view.PaymentRow;
import io.clearhold.core.view.PayoutFilter;
import io.clearhold.core.view.PayoutRow;
import io.clearhold.core.view.RefundFilter;
import io.clearhold.core.view.RefundRow;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.SplitRow;
import io.clearhold.core.view.TopUpFilter;
import io.clearhold.core.view.TopUpRow;
import io.clearhold.core.view.TransferFilter;
import io.clearhold.core.view.TransferRow;
import io.clearhold.core.view.ViewAwayException;
import io.clearhold.core.view.Views;
import io.clearhold.ledger.projection.database.ViewPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lists of everything that the view holds, newest first. Each page is read in one snapshot and says
 * which sequence that was. A caller sees what his {@link Scope} says and nothing else. Blocks: call
 * it from virtual threads. Safe for many threads.
 */
public final class ViewReader implements Views {
    /** Reads within one snapshot. */
    interface Reading<T> {
        T read(Connection connection, long position) throws SQLException;
    }

    private final DataSource pool;
    private final ViewProgress progress;

    public ViewReader(DataSource pool, ViewProgress progress) {
        this.pool = pool;
        this.progress = progress;
    }

    @Override
    public boolean awaitPosition(long sequence, long timeoutMs) throws InterruptedException {
        return progress.awaitPosition(sequence, timeoutMs);
    }

    @Override
    public long position() {
        return read((connection, position) -> position);
    }

    @Override
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
                withParts(
                        connection, query.page(connection, cursor, position, RowReaders::payment)));
    }

    @Override
    public Page<PaymentLinkRow> paymentLinks(PaymentLinkFilter filter, Cursor cursor) {
        Query query =
                scoped("payment_links", filter.scope(), "payee", "")
                        .equal("payee", filter.payee())
                        .created(filter.created());
        return page(query, cursor, RowReaders::paymentLink);
    }

    @Override
    public Page<RefundRow> refunds(RefundFilter filter, Cursor cursor) {
        Query query =
                scoped("refunds", filter.scope(), "payee", "payer")
                        .equal("payment", filter.payment())
                        .created(filter.created());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        return page(query, cursor, RowReaders::refund);
    }

    @Override
    public Page<ChargebackRow> chargebacks(ChargebackFilter filter, Cursor cursor) {
        Query query =
                scoped("chargebacks", filter.scope(), "payee", "payer")
                        .equal("payment", filter.payment())
                        .created(filter.created());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        return page(query, cursor, RowReaders::chargeback);
    }

    @Override
    public Page<DisputeRow> disputes(DisputeFilter filter, Cursor cursor) {
        Query query =
                scoped("disputes", filter.scope(), "payee", "payer")
                        .equal("payment", filter.payment())
                        .created(filter.created());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        return read((connection, position) -> {
            Page<DisputeRow> page = query.page(connection, cursor, position, RowReaders::dispute);
            Object[] ids = page.rows().stream().map(DisputeRow::id).toArray();
            Map<Long, List<DisputeRow.Piece>> pieces =
                    parts(connection, "dispute_evidence", "dispute", ids, RowReaders::piece);
            return page.map(
                    dispute -> dispute.withEvidence(pieces.getOrDefault(dispute.id(), List.of())));
        });
    }

    @Override
    public Page<PayoutRow> payouts(PayoutFilter filter, Cursor cursor) {
        Query query =
                scoped("payouts", filter.scope(), "account", "")
                        .equal("account", filter.account())
                        .created(filter.created());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        return page(query, cursor, RowReaders::payout);
    }

    @Override
    public Page<TransferRow> transfers(TransferFilter filter, Cursor cursor) {
        Query query =
                scoped("transfers", filter.scope(), "sender", "recipient")
                        .equal("sender", filter.from())
                        .equal("recipient", filter.to())
                        .created(filter.created());
        return page(query, cursor, RowReaders::transfer);
    }

    @Override
    public Page<TopUpRow> topUps(TopUpFilter filter, Cursor cursor) {
        Query query =
                scoped("topups", filter.scope(), "account", "")
                        .equal("account", filter.account())
                        .created(filter.created());
        filter.status().ifPresent(status -> query.where("status = ?", status.label()));
        return page(query, cursor, RowReaders::topUp);
    }

    @Override
    public Page<AccountRow> accounts(AccountFilter filter, Cursor cursor) {
        Query query = scoped("accounts", filter.scope(), "id", "").created(filter.created());
        filter.type().ifPresent(type -> query.where("type = ?", type.label()));
        filter.reference().ifPresent(reference -> query.where("reference = ?", reference));
        return page(query, cursor, RowReaders::account);
    }

    @Override
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

    @Override
    public Page<EventRow> eventsAfter(EventFilter filter, long sequence, int limit) {
        // Behind every event of that frame.
        EventPlace from = new EventPlace(sequence, Integer.MAX_VALUE);
        return new EventPages(filter, EventCursor.before(from, limit)).read(this, from);
    }

    @Override
    public Page<EventRow> events(EventFilter filter, EventCursor cursor) {
        Page<EventRow> page = new EventPages(filter, cursor).read(this, cursor.from());
        return cursor.forward() ? page.reversed() : page;
    }

    @Override
    public Optional<EventRow> event(Scope scope, EventPlace place) {
        Query query =
                scoped("events", scope, "account", "payer")
                        .where("listed")
                        .where("sequence = ?", place.sequence())
                        .where("ordinal = ?", place.ordinal());
        return read((connection, position) ->
                query.list(connection, "sequence", 1, RowReaders::event).stream().findFirst());
    }

    @Override
    public Page<EntryRow> entries(long account, EntryCursor cursor) {
        String direction = cursor.forward() ? "ASC" : "DESC";
        EntryPlace from = cursor.from();
        Query query =
                new Query("entries")
                        .where("account = ?", account)
                        .where(
                                "(sequence, ordinal, place) "
                                        + (cursor.forward() ? ">" : "<")
                                        + " (?, ?, ?)",
                                from.sequence(),
                                from.ordinal(),
                                from.place());
        String order = "sequence %1$s, ordinal %1$s, place %1$s".formatted(direction);
        return read((connection, position) -> {
            List<EntryRow> rows =
                    query.list(connection, order, cursor.limit() + 1, RowReaders::entry);
            boolean more = rows.size() > cursor.limit();
            Page<EntryRow> page =
                    new Page<>(more ? rows.subList(0, cursor.limit()) : rows, more, position);
            return cursor.forward() ? page.reversed() : page;
        });
    }

    /** Reads within one snapshot, and says so in one sentence if that cannot be done now. */
    <T> T read(Reading<T> reading) {
        if (!progress.isOwn()) {
            throw new ViewAwayException(
                    new IllegalStateException("it is not known to be of this journal"));
        }
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

    private static Page<PaymentRow> withParts(Connection connection, Page<PaymentRow> page)
            throws SQLException {
        Object[] ids = page.rows().stream().map(PaymentRow::id).toArray();
        Map<Long, List<SplitRow>> splits =
                parts(connection, "splits", "payment", ids, RowReaders::split);
        Map<Long, List<MilestoneRow>> milestones =
                parts(connection, "milestones", "payment", ids, RowReaders::milestone);
        return page.map(payment ->
                payment.withParts(
                        splits.getOrDefault(payment.id(), List.of()),
                        milestones.getOrDefault(payment.id(), List.of())));
    }

    /** The rows of a table that has several for an owner, by owner and place. */
    private static <T> Map<Long, List<T>> parts(
            Connection connection,
            String table,
            String owner,
            Object[] owners,
            Query.RowReader<T> reader)
            throws SQLException {
        Map<Long, List<T>> parts = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT * FROM %1$s WHERE %2$s = ANY (?) ORDER BY %2$s, place"
                                .formatted(table, owner))) {
            statement.setArray(1, connection.createArrayOf("bigint", owners));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    parts.computeIfAbsent(row.getLong(owner), id -> new ArrayList<>())
                            .add(reader.read(row));
                }
            }
        }
        return parts;
    }
}
