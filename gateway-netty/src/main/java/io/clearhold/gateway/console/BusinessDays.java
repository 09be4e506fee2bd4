package io.clearhold.gateway.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Business days with their status, the newest first. */
final class BusinessDays implements ConsolePage.Content {
    private static final int ROWS = 14;

    @Override
    public String title(Visit visit) {
        return "Business days";
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        write(visit, ROWS, visit.content());
    }

    /** So many days, from the one that was asked for or the open one backwards. */
    static void write(Visit visit, int most, Html out) throws InterruptedException {
        LocalDate open = LocalDate.parse(visit.get("getSafeguarding").text("date"));
        LocalDate last = asked(visit.query().get("through"), open);
        List<JsonValue.Members> days = new ArrayList<>();
        boolean older = true;
        for (LocalDate day = last; days.size() < most && older; day = day.minusDays(1)) {
            older = add(visit, day, days);
        }
        new Table("Business days, newest first")
                .empty("No such business day.")
                .column("Day", (row, cell) -> link(row.text("date"), cell))
                .text("Status", "status")
                .text("Cut at", "cut_at")
                .text("Last sequence", "cut_sequence")
                .number("Breaks opened and open still", "open_breaks")
                .write(days, out);
        if (older && !days.isEmpty()) {
            ConsoleQuery next = new ConsoleQuery().with("through", last.minusDays(most).toString());
            out.open("nav", "class", "pages", "aria-label", "Pages");
            out.link(next.behind("/console/days"), "Older").close();
        }
    }

    static void link(String date, Html out) {
        out.link("/console/days/" + date, date);
    }

    /** Whether there was such a day; none is before the first. */
    private static boolean add(Visit visit, LocalDate day, List<JsonValue.Members> days)
            throws InterruptedException {
        try {
            JsonValue.Members report = visit.get("getReconciliation", day.toString());
            long open = 0;
            for (JsonValue.Members sum : report.objects("breaks")) {
                open += sum.number("count");
            }
            Map<String, JsonValue> row = new LinkedHashMap<>(report.values());
            row.put("open_breaks", new JsonValue.Whole(open));
            days.add(new JsonValue.Members(row));
            return true;
        } catch (PageRefused refused) {
            if (refused.isMissing()) {
                return false;
            }
            throw refused;
        }
    }

    private static LocalDate asked(String date, LocalDate open) {
        try {
            LocalDate wanted = date.isEmpty() ? open : LocalDate.parse(date);
            return wanted.isAfter(open) ? open : wanted;
        } catch (DateTimeException e) {
            return open;
        }
    }
}
