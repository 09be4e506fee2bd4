package io.clearhold.gateway.console;

import java.util.List;

/** The settlement of an account's day, with its balances and entries. */
final class SettlementPage implements ConsolePage.Content {
    private static final int ENTRIES = 200;

    @Override
    public String title(Visit visit) {
        return "Settlement " + visit.parameter();
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        String id = visit.parameter();
        JsonValue.Members settlement = visit.get("getSettlement", id);
        visit.section("Settlement", out -> Facts.write(settlement, out));
        JsonValue.Members file =
                visit.get("getSettlementFile", id, new ConsoleQuery().with("format", "json"));
        visit.section("Balances", out -> balances(file, out));
        visit.section("Entries", out -> entries(file.objects("entries"), out));
    }

    private static void balances(JsonValue.Members file, Html out) {
        new Table("Balances of the day")
                .text("Balance", "balance")
                .money("Opening", "opening")
                .money("Increases", "increases")
                .money("Decreases", "decreases")
                .money("Closing", "closing")
                .number("Entries", "entry_count")
                .write(file.objects("balances"), out);
    }

    private static void entries(List<JsonValue.Members> entries, Html out) {
        if (entries.size() > ENTRIES) {
            String sentence = "The first " + ENTRIES + "; the settlement's file has them all.";
            out.element("p", sentence, "class", "note");
        }
        new Table("Entries in the order of the ledger")
                .text("At", "at")
                .text("Type", "type")
                .text("Balance", "balance")
                .money("Change", "amount")
                .text("Payment", "payment")
                .text("Reference", "reference")
                .write(entries.subList(0, Math.min(ENTRIES, entries.size())), out);
    }
}
