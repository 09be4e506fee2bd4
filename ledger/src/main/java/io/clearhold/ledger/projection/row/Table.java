package io.clearhold.ledger.projection.row;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * A table of the view and the three statements that fill it. New rows are copied into it; changes
 * are copied into a temporary table beside it, where null means "as it is", and joined in.
 */
public final class Table {
    /** A change remembers in one word which columns it gives. */
    private static final int MAX_COLUMNS = Long.SIZE;

    private final String name;
    private final List<String> keys;
    private final List<Column> columns;

    private Table(String name, List<String> keys, List<Column> columns) {
        this.name = name;
        this.keys = keys;
        this.columns = List.copyOf(columns);
    }

    /** Begins a table whose key is one column, or two. */
    public static Builder named(String name, String... keys) {
        return new Builder(name, List.of(keys));
    }

    public String name() {
        return name;
    }

    int keyCount() {
        return keys.size();
    }

    List<Column> columns() {
        return columns;
    }

    String copyRows() {
        return "COPY " + name + " (" + names() + ") FROM STDIN";
    }

    /** Of rows with one of these first keys. */
    String deleteRows() {
        return "DELETE FROM " + name + " WHERE " + keys.get(0) + " = ANY (?)";
    }

    String copyChanges() {
        return "COPY " + changesName() + " (" + names() + ") FROM STDIN";
    }

    /** A temporary table of the session, emptied by each commit. */
    String createChanges() {
        return "CREATE TEMPORARY TABLE IF NOT EXISTS "
                + changesName()
                + " ON COMMIT DELETE ROWS AS SELECT "
                + names()
                + " FROM "
                + name
                + " WITH NO DATA";
    }

    String applyChanges() {
        String sets =
                columns.stream()
                        .map(column ->
                                column.adds()
                                        ? set(column, "r.%s + COALESCE(c.%s, 0)")
                                        : set(column, "COALESCE(c.%2$s, r.%1$s)"))
                        .collect(Collectors.joining(", "));
        String same =
                keys.stream()
                        .map(key -> "r." + key + " = c." + key)
                        .collect(Collectors.joining(" AND "));
        return "UPDATE " + name + " r SET " + sets + " FROM " + changesName() + " c WHERE " + same;
    }

    private static String set(Column column, String expression) {
        return column.name() + " = " + expression.formatted(column.name(), column.name());
    }

    private String changesName() {
        return name + "_changes";
    }

    private String names() {
        List<String> names = new ArrayList<>(keys);
        columns.forEach(column -> names.add(column.name()));
        return String.join(", ", names);
    }

    /** Collects the columns of a table, in their order. */
    public static final class Builder {
        private final String name;
        private final List<String> keys;
        private final List<Column> columns = new ArrayList<>();

        private Builder(String name, List<String> keys) {
            this.name = name;
            this.keys = keys;
        }

        /** A number that a change replaces. */
        public Column number(String column) {
            return add(new Column(column, columns.size(), Column.Effect.REPLACE, false, null));
        }

        /** A number to which a change adds. */
        public Column sum(String column) {
            return add(new Column(column, columns.size(), Column.Effect.ADD, false, null));
        }

        /** A code in memory, a name in the database; 0 must have a name. */
        public Column named(String column, LongFunction<String> naming) {
            return add(new Column(column, columns.size(), Column.Effect.REPLACE, false, naming));
        }

        /** 0 or 1 in memory. */
        public Column flag(String column) {
            return named(column, value -> value == 0 ? "f" : "t");
        }

        /** Text, or null. */
        public Column text(String column) {
            return add(new Column(column, columns.size(), Column.Effect.REPLACE, true, null));
        }

        public Table build() {
            if (columns.size() > MAX_COLUMNS) {
                throw new IllegalStateException(name + " has too many columns");
            }
            return new Table(name, keys, columns);
        }

        private Column add(Column column) {
            columns.add(column);
            return column;
        }
    }
}
