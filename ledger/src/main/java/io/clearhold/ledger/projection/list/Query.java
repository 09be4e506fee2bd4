package io.clearhold.ledger.projection.list;

import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A query of one table by its key, put together from fixed pieces; every value is a parameter. A
 * caller who may be on either of two sides of an object gets two queries, each served by an index,
 * and their union.
 */
final class Query {
    /** Makes a row of a list. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final String table;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private String sideOne = "";
    private String sideTwo = "";
    private long side;

    Query(String table) {
        this.table = table;
    }

    /** A condition with a question mark for each value. */
    Query where(String condition, Object... conditionValues) {
        conditions.add(condition);
        values.addAll(List.of(conditionValues));
        return this;
    }

    /** Equal, unless the value is 0, which leaves it open. */
    Query equal(String column, long value) {
        return value == 0 ? this : where(column + " = ?", value);
    }

    /** The account must be in one of two columns. */
    Query onSide(String one, String two, long account) {
        sideOne = one;
        sideTwo = two;
        side = account;
        return this;
    }

    /**
     * Logged time never goes back, so a range of time is a range of ids; its ends are found in the
     * index of times.
     */
    Query created(TimeRange range) {
        String first =
                "(SELECT id FROM "
                        + table
                        + " WHERE created_at_ms >= ? ORDER BY created_at_ms, id LIMIT 1)";
        if (range.fromMs() != 0) {
            where("id >= " + first, range.fromMs());
        }
        if (range.toMs() != 0) {
            // Without a later row the subquery is null, and so is the bound.
            where("id < COALESCE(" + first + ", " + Long.MAX_VALUE + ")", range.toMs());
        }
        return this;
    }

    /**
     * Rows by id, newest first, one more than the limit so that it shows whether there are more.
     */
    <T> Page<T> page(Connection connection, Cursor cursor, long position, RowReader<T> reader)
            throws SQLException {
        if (cursor.startingAfter() != 0) {
            where("id < ?", cursor.startingAfter());
        }
        if (cursor.isBackward()) {
            where("id > ?", cursor.endingBefore());
        }
        String order = cursor.isBackward() ? "id ASC" : "id DESC";
        List<T> rows = list(connection, order, cursor.limit() + 1, reader);
        boolean more = rows.size() > cursor.limit();
        List<T> shown = more ? rows.subList(0, cursor.limit()) : rows;
        return new Page<>(cursor.isBackward() ? shown.reversed() : shown, more, position);
    }

    <T> List<T> list(Connection connection, String order, int limit, RowReader<T> reader)
            throws SQLException {
        String sql;
        List<Object> parameters = new ArrayList<>();
        if (side == 0) {
            sql = select(List.of(), order, limit);
            parameters.addAll(values);
        } else {
            String one = select(List.of(sideOne + " = ?"), order, limit);
            String two = select(List.of(sideTwo + " = ?", sideOne + " <> ?"), order, limit);
            sql = "(" + one + ") UNION ALL (" + two + ") ORDER BY " + order + " LIMIT " + limit;
            parameters.addAll(values);
            parameters.add(side);
            parameters.addAll(values);
            parameters.add(side);
            parameters.add(side);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        }
    }

    private String select(List<String> sides, String order, int limit) {
        List<String> all = new ArrayList<>(conditions);
        all.addAll(sides);
        String where = all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
        return "SELECT * FROM " + table + where + " ORDER BY " + order + " LIMIT " + limit;
    }
}
