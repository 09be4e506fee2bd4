package io.clearhold.ledger.projection.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one batch does to one row: the whole row if the batch makes it, else only the columns that
 * it gives. Later changes of the same batch fall into it, so a row is written once a batch.
 */
public final class RowChange {
    private final RowKey key;
    private final boolean created;
    private final long[] numbers;
    private final @Nullable String[] texts;
    private long given;

    RowChange(Table table, RowKey key, boolean created) {
        this.key = key;
        this.created = created;
        this.numbers = new long[table.columns().size()];
        this.texts = new @Nullable String[table.columns().size()];
    }

    boolean isCreated() {
        return created;
    }

    public RowChange set(Column column, long value) {
        numbers[column.place()] = value;
        given |= 1L << column.place();
        return this;
    }

    public RowChange set(Column column, boolean value) {
        return set(column, value ? 1 : 0);
    }

    public RowChange add(Column column, long difference) {
        return set(column, Math.addExact(numbers[column.place()], difference));
    }

    /** Null leaves the column as it is. */
    public RowChange set(Column column, @Nullable String value) {
        texts[column.place()] = value;
        given |= value == null ? 0 : 1L << column.place();
        return this;
    }

    /** What the batch says of a column with names, null if it leaves it as it is. */
    public @Nullable String name(Column column) {
        return (given & (1L << column.place())) == 0 ? null : column.name(numbers[column.place()]);
    }

    /** One line for COPY. Of a change, what is not given is null; of a new row, it is 0. */
    void write(Table table, CopyBuffer out) {
        out.putNumber(key.first());
        if (table.keyCount() == 2) {
            out.putNumber(key.second());
        }
        List<Column> columns = table.columns();
        for (Column column : columns) {
            boolean has = (given & (1L << column.place())) != 0;
            if (column.isText()) {
                out.putText(texts[column.place()]);
            } else if (has || created) {
                column.put(numbers[column.place()], out);
            } else {
                out.putNull();
            }
        }
        out.endRow();
    }
}
