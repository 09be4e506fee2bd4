package io.clearhold.gateway.console;

import java.util.ArrayList;
import java.util.List;

/** A table of objects, a row each. On a narrow screen it scrolls by itself. */
final class Table {
    /** Writes what stands in a cell. */
    interface Cell {
        void write(JsonValue.Members row, Html out);
    }

    private record Column(String title, String style, Cell cell) {}

    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private String empty = "None.";

    Table(String caption) {
        this.caption = caption;
    }

    /** What is said where there is no row. */
    Table empty(String sentence) {
        empty = sentence;
        return this;
    }

    Table column(String title, Cell cell) {
        columns.add(new Column(title, "", cell));
        return this;
    }

    /** A member as it is. */
    Table text(String title, String name) {
        return column(title, (row, out) -> Values.write(name, row.get(name), "", out));
    }

    /** Members that are counts. */
    Table number(String title, String name) {
        columns.add(
                new Column(
                        title, "number", (row, out) -> Values.write("", row.get(name), "", out)));
        return this;
    }

    /** A member that is an amount in the currency of its row. */
    Table money(String title, String name) {
        return money(title, name, "currency");
    }

    Table money(String title, String name, String currency) {
        columns.add(
                new Column(
                        title,
                        "number",
                        (row, out) -> {
                            if (row.get(name) instanceof JsonValue.Whole(long minor)) {
                                Values.money(minor, row.text(currency), out);
                            } else {
                                out.text("–");
                            }
                        }));
        return this;
    }

    void write(List<JsonValue.Members> rows, Html out) {
        if (rows.isEmpty()) {
            out.element("p", empty, "class", "empty");
            return;
        }
        out.open(
                "div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        out.open("table").element("caption", caption);
        out.open("thead").open("tr");
        for (Column column : columns) {
            out.element("th", column.title(), "scope", "col", "class", column.style());
        }
        out.close().close().open("tbody");
        for (JsonValue.Members row : rows) {
            out.open("tr");
            for (Column column : columns) {
                out.open("td", "class", column.style());
                column.cell().write(row, out);
                out.close();
            }
            out.close();
        }
        out.close().close().close();
    }
}
