package io.clearhold.gateway.console;

import java.util.List;

/** The reconciliation of one business day. */
final class DayPage implements ConsolePage.Content {
    @Override
    public String title(Visit visit) {
        return "Business day " + visit.parameter();
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        JsonValue.Members day = visit.get("getReconciliation", visit.parameter());
        Html out = visit.content();
        out.open("p").text("This day is ");
        Values.status(day.text("status"), out);
        out.text(meaning(day.text("status"))).close();
        if (!day.text("cut_at").isEmpty()) {
            out.open("p").text("It was cut at ");
            Values.time(day.text("cut_at"), out);
            out.text(" behind sequence " + day.text("cut_sequence") + ".").close();
        }
        visit.section("By kind of account", part -> accounts(day.objects("accounts"), part));
        visit.section("Three ways", part -> ways(day.objects("ways"), part));
        visit.section("Bank accounts by their statements", part -> bank(day, part));
        visit.section(
                "Breaks opened in this day that are open still",
                part ->
                        new Table("Open breaks")
                                .text("Type", "type")
                                .text("Direction", "direction")
                                .number("Count", "count")
                                .money("Amount", "amount")
                                .write(day.objects("breaks"), part));
    }

    private static String meaning(String status) {
        return switch (status) {
            case "open" -> ": money still moves in it.";
            case "cut" -> ": nothing is posted to it any more, and its statements are awaited.";
            case "proved" -> ": complete statements say what the ledger says.";
            default -> ".";
        };
    }

    private static void accounts(List<JsonValue.Members> accounts, Html out) {
        new Table("Totals by kind of account")
                .empty("Nothing was posted.")
                .text("Account", "account")
                .money("Opening", "opening")
                .money("Debits", "debits")
                .money("Credits", "credits")
                .money("Closing", "closing")
                .write(accounts, out);
    }

    private static void ways(List<JsonValue.Members> ways, Html out) {
        new Table("Payments, batches and the bank")
                .empty("Nothing went through a bank.")
                .text("Channel", "channel")
                .text("Movement", "movement")
                .column("Payments", sum("payments"))
                .column("Batches, gross", sum("batches"))
                .column("Bank lines, cash", sum("bank"))
                .column("Not on a statement yet", sum("timing"))
                .money("Difference", "difference")
                .write(ways, out);
    }

    private static void bank(JsonValue.Members day, Html out) {
        new Table("Bank accounts")
                .empty("No bank account was used.")
                .text("Channel", "channel")
                .text("Statement", "statement")
                .text("Complete", "complete")
                .money("Opening", "opening")
                .money("Closing", "closing")
                .money("Booked by us", "booked")
                .money("Difference", "difference")
                .write(day.objects("statements"), out);
    }

    private static Table.Cell sum(String name) {
        return (row, out) -> {
            JsonValue.Members sum = row.members(name);
            out.text(sum.number("count") + ": ");
            Values.money(sum.number("amount"), row.text("currency"), out);
        };
    }
}
