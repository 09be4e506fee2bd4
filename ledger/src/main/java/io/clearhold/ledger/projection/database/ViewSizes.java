package io.clearhold.ledger.projection.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks at how much of the disk the view takes. */
public final class ViewSizes {
    private static final String TABLES =
            "SELECT c.relname, pg_table_size(c.oid), pg_indexes_size(c.oid) FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = ? AND c.relkind = 'r' ORDER BY c.relname";

    private ViewSizes() {}

    /** Bytes of the whole database. */
    public static long ofDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT pg_database_size(current_database())")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Bytes of each table and of its indexes; none before the first migration. */
    public static List<TableSize> ofTables(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, ViewDatabase.SCHEMA);
            List<TableSize> sizes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sizes.add(new TableSize(row.getString(1), row.getLong(2), row.getLong(3)));
                }
            }
            return sizes;
        }
    }
}
