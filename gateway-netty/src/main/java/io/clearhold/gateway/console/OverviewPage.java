package io.clearhold.gateway.console;

import io.clearhold.core.book.AccountKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How everything is: what stands in the ledger comes from there, whatever PostgreSQL does. */
final class OverviewPage implements ConsolePage.Content {
    private static final int DAYS = 5;

    @Override
    public String title(Visit visit) {
        return "Overview";
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        visit.section("Server", out -> server(visit, out));
        visit.section("Ledger", out -> ledger(visit, out));
        visit.section("Safeguarding and open breaks", out -> safeguarding(visit, out));
        visit.section("Trial balance", out -> trialBalance(visit, out));
        visit.section("Last business days", out -> BusinessDays.write(visit, DAYS, out));
    }

    private static void server(Visit visit, Html out) throws InterruptedException {
        JsonValue.Members readiness = visit.get("readyz");
        out.open("ul", "class", "parts");
        for (Map.Entry<String, JsonValue> part : readiness.members("parts").values().entrySet()) {
            if (part.getValue() instanceof JsonValue.Members state) {
                out.open("li").text(part.getKey().replace('_', ' ') + " ");
                Values.status(state.text("status"), out);
                String detail = state.text("detail");
                if (!detail.isEmpty()) {
                    out.text(" " + detail);
                }
                out.close();
            }
        }
        out.close();
        JsonValue.Members version = visit.get("version");
        out.element("p", "Version " + version.text("version") + ", " + version.text("revision"));
    }

    private static void ledger(Visit visit, Html out) throws InterruptedException {
        JsonValue.Members head = visit.get("getHead");
        out.open("dl");
        out.element("dt", "sequence").element("dd", head.text("sequence"));
        out.element("dt", "state hash").open("dd").element("code", head.text("state_hash"));
        out.close().close();
    }

    private static void safeguarding(Visit visit, Html out) throws InterruptedException {
        JsonValue.Members now = visit.get("getSafeguarding");
        out.open("p").text("The open business day is ");
        out.link("/console/days/" + now.text("date"), now.text("date")).text(".").close();
        new Table("Headroom and open breaks by currency")
                .empty("Nothing was ever posted.")
                .text("Currency", "currency")
                .money("Safeguarded", "safeguarded")
                .money("Owed to others", "owed")
                .money("Headroom", "headroom")
                .money("Open credit breaks", "open_credit_breaks")
                .money("Open debit and short breaks", "open_debit_breaks")
                .column(
                        "Holds",
                        (row, cell) -> Values.status(row.flag("holds") ? "holds" : "broken", cell))
                .write(now.objects("data"), out);
        out.open("p").link("/console/breaks", "The open breaks").close();
    }

    private static void trialBalance(Visit visit, Html out) throws InterruptedException {
        List<JsonValue.Members> currencies = visit.get("getTrialBalance").objects("data");
        if (currencies.isEmpty()) {
            out.element("p", "Nothing was ever posted.", "class", "empty");
        }
        for (JsonValue.Members currency : currencies) {
            String code = currency.text("currency");
            long debits = currency.number("debits");
            long credits = currency.number("credits");
            out.element("h3", code);
            out.open("p").text("Debits ");
            Values.money(debits, code, out);
            out.text(", credits ");
            Values.money(credits, code, out);
            out.text(debits == credits ? ": equal. " : ": NOT EQUAL. ").close();
            kinds(currency.members("totals"), code, out);
        }
    }

    private static void kinds(JsonValue.Members totals, String code, Html out) {
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", code);
        out.open("table").element("caption", "Balances in " + code + " by kind of account");
        out.open("thead").open("tr").element("th", "Account", "scope", "col");
        out.element("th", "Normal side", "scope", "col");
        out.element("th", "Balance", "scope", "col", "class", "number").close().close();
        out.open("tbody");
        for (AccountKind kind : AccountKind.values()) {
            if (totals.get(kind.label()) instanceof JsonValue.Whole(long balance)) {
                out.open("tr").element("td", kind.label());
                out.element("td", kind.normalSide().name().toLowerCase(Locale.ROOT));
                out.open("td", "class", "number");
                Values.money(balance, code, out);
                out.close().close();
            }
        }
        out.close().close().close();
    }
}
