package io.clearhold.gateway.console;

import java.util.List;

/**
 * A list of the contract, page by page, with a form for what it can be narrowed down to. The
 * cursors are the contract's own.
 */
final class Pages {
    private static final String SIZE = "25";
    private static final String AFTER = "starting_after";
    private static final String BEFORE = "ending_before";

    private final String operation;
    private final List<String> filters;
    private final Table table;

    /**
     * @param filters parameters of the operation that a page hands on
     */
    Pages(String operation, List<String> filters, Table table) {
        this.operation = operation;
        this.filters = List.copyOf(filters);
        this.table = table;
    }

    /**
     * Reads the page that was asked for.
     *
     * @param narrowed what of the list is shown
     */
    void write(Visit visit, String parameter, ConsoleQuery narrowed, Html out)
            throws InterruptedException {
        ConsoleQuery asked = visit.query();
        ConsoleQuery call = narrowed.only(filters).with("limit", SIZE);
        call.with(AFTER, asked.get(AFTER));
        if (!asked.has(AFTER)) {
            call.with(BEFORE, asked.get(BEFORE));
        }
        JsonValue.Members list = visit.get(operation, parameter, call);
        List<JsonValue.Members> rows = list.objects("data");
        table.write(rows, out);
        boolean backward = asked.has(BEFORE) && !asked.has(AFTER);
        boolean more = list.flag("has_more");
        boolean newer = backward ? more : asked.has(AFTER);
        boolean older = backward || more;
        if (rows.isEmpty() || (!newer && !older)) {
            return;
        }
        out.open("nav", "class", "pages", "aria-label", "Pages");
        if (newer) {
            turn(visit, narrowed, BEFORE, rows.getFirst(), "Newer", out);
        }
        if (older) {
            turn(visit, narrowed, AFTER, rows.getLast(), "Older", out);
        }
        out.close();
    }

    private void turn(
            Visit visit,
            ConsoleQuery narrowed,
            String cursor,
            JsonValue.Members row,
            String text,
            Html out) {
        ConsoleQuery next = narrowed.only(filters).with(cursor, row.text("id"));
        out.link(next.behind(visit.path()), text).text(" ");
    }
}
