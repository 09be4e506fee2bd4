package io.clearhold.ledger.projection.row;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a batch makes and changes in one table. Confined to one thread. */
public final class TableChanges {
    private final Table table;
    private final Map<RowKey, RowChange> rows = new LinkedHashMap<>();
    private final Set<Long> replaced = new LinkedHashSet<>();
    private final CopyBuffer created = new CopyBuffer();
    private final CopyBuffer changed = new CopyBuffer();

    public TableChanges(Table table) {
        this.table = table;
    }

    /** Prepares a session for {@link #write}. */
    public static void prepare(Connection connection, Iterable<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                statement.execute(table.createChanges());
            }
        }
    }

    /** All rows with this first key are gone; what is created from here on stands instead. */
    public void replace(long first) {
        rows.keySet().removeIf(key -> key.first() == first);
        replaced.add(first);
    }

    public RowChange create(long key) {
        return create(key, 0);
    }

    public RowChange create(long first, long second) {
        RowKey key = new RowKey(first, second);
        RowChange row = new RowChange(table, key, true);
        if (rows.putIfAbsent(key, row) != null) {
            throw new IllegalStateException(table.name() + " already has the row " + key);
        }
        return row;
    }

    /** The row of this batch, or a change of one that is in the view already. */
    public RowChange change(long key) {
        return change(key, 0);
    }

    public RowChange change(long first, long second) {
        RowKey key = new RowKey(first, second);
        RowChange row = rows.get(key);
        if (row == null) {
            row = new RowChange(table, key, false);
            rows.put(key, row);
        }
        return row;
    }

    public int size() {
        return rows.size();
    }

    public void clear() {
        rows.clear();
        replaced.clear();
    }

    /** Writes everything within the transaction of the caller. */
    public void write(Connection connection) throws SQLException {
        if (!replaced.isEmpty()) {
            delete(connection);
        }
        if (rows.isEmpty()) {
            return;
        }
        created.clear();
        changed.clear();
        for (RowChange row : rows.values()) {
            row.write(table, row.isCreated() ? created : changed);
        }
        created.copyTo(connection, table.copyRows());
        if (changed.rows() > 0) {
            changed.copyTo(connection, table.copyChanges());
            applyChanges(connection);
        }
    }

    private void delete(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.deleteRows())) {
            statement.setArray(1, connection.createArrayOf("bigint", replaced.toArray()));
            statement.executeUpdate();
        }
    }

    private void applyChanges(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int updated = statement.executeUpdate(table.applyChanges());
            if (updated != changed.rows()) {
                throw new IllegalStateException(
                        "the view lacks "
                                + (changed.rows() - updated)
                                + " rows of "
                                + table.name()
                                + " that events change: rebuild it");
            }
        }
    }
}
