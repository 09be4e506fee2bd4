package io.clearhold.gateway.console;

import java.util.List;

/** An account: what it has, and what moved it last. */
final class AccountPage implements ConsolePage.Content {
    @Override
    public String title(Visit visit) {
        return "Account " + visit.parameter();
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        String id = visit.parameter();
        JsonValue.Members account = visit.get("getAccount", id);
        visit.section("Account", out -> Facts.write(account, out));
        visit.section("Balances", out -> balances(visit.get("getBalance", id), out));
        visit.section("Its lists", out -> links(id, out));
        visit.section("Last entries", out -> entries(visit, id, out));
    }

    private static void balances(JsonValue.Members balance, Html out) {
        new Table("Balances by currency")
                .empty("It never had any money.")
                .text("Currency", "currency")
                .money("Available", "available")
                .money("Of that not on a statement", "unsettled")
                .money("Reserve", "reserve")
                .money("Held in payments", "held")
                .money("Outgoing", "outgoing")
                .money("Debt", "debt")
                .write(balance.objects("balances"), out);
    }

    private static void links(String id, Html out) {
        out.open("ul", "class", "plain");
        link("/console/payments", "payee", id, "Payments to it", out);
        link("/console/payouts", "account", id, "Payouts", out);
        link("/console/settlements", "account", id, "Settlements", out);
        out.close();
    }

    private static void link(String path, String name, String id, String text, Html out) {
        out.open("li").link(new ConsoleQuery().with(name, id).behind(path), text).close();
    }

    private static void entries(Visit visit, String id, Html out) throws InterruptedException {
        Table table =
                new Table("Entries, newest first")
                        .text("At", "created_at")
                        .text("Balance", "balance")
                        .money("Change", "amount")
                        .text("Type", "type")
                        .text("Payment", "payment")
                        .text("Event", "event");
        new Pages("listEntries", List.of(), table).write(visit, id, new ConsoleQuery(), out);
    }
}
