package io.clearhold.gateway.console;

import io.clearhold.core.id.IdKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds an object by what somebody has of it; one hit is shown at once. */
final class SearchPage implements ConsolePage.Content {
    private static final String PAGE_SIZE = "100";
    private static final String HITS = "20";
    private static final int TEXT_LIMIT = 200;

    private final int accountLimit;

    /**
     * @param accountLimit newest accounts that are looked at for a name
     */
    SearchPage(int accountLimit) {
        this.accountLimit = accountLimit;
    }

    @Override
    public String title(Visit visit) {
        return "Search";
    }

    @Override
    public void write(Visit visit) throws InterruptedException {
        String wanted = visit.query().get("q");
        Html out = visit.content();
        if (wanted.isEmpty() || wanted.length() > TEXT_LIMIT) {
            out.element("p", "Search by an id, a payment's reference, or an account's name.");
            return;
        }
        Optional<IdKind> kind = Addresses.kind(wanted);
        if (kind.isPresent()) {
            byId(visit, kind.get(), wanted);
        } else {
            byText(visit, wanted);
        }
    }

    /** Its page says so if there is no such object. */
    private void byId(Visit visit, IdKind kind, String id) throws InterruptedException {
        Optional<String> address =
                kind == IdKind.INSTRUCTION
                        ? Instructions.served(visit.bench(), id).flatMap(Addresses::of)
                        : Addresses.of(id);
        if (address.isPresent()) {
            visit.redirect(address.get());
        } else {
            visit.status(404);
            nothing(visit, id);
        }
    }

    private void byText(Visit visit, String text) throws InterruptedException {
        List<JsonValue.Members> payments = withReference(visit, "listPayments", text);
        Map<String, JsonValue.Members> accounts = new LinkedHashMap<>();
        for (JsonValue.Members account : withReference(visit, "listAccounts", text)) {
            accounts.put(account.text("id"), account);
        }
        for (JsonValue.Members account : withName(visit, text)) {
            accounts.putIfAbsent(account.text("id"), account);
        }
        if (payments.size() + accounts.size() == 1) {
            String id =
                    payments.isEmpty()
                            ? accounts.keySet().iterator().next()
                            : payments.getFirst().text("id");
            Addresses.of(id).ifPresent(visit::redirect);
            return;
        }
        if (payments.isEmpty() && accounts.isEmpty()) {
            nothing(visit, text);
            return;
        }
        visit.section(
                "Payments",
                out -> Lists.payments("Payments with this reference").write(payments, out));
        visit.section(
                "Accounts",
                out ->
                        Lists.accounts("Accounts with this reference or name")
                                .write(List.copyOf(accounts.values()), out));
        note(visit);
    }

    private void nothing(Visit visit, String text) {
        visit.content()
                .open("p")
                .text("Nothing was found for ")
                .element("strong", text)
                .text(".")
                .close();
        note(visit);
    }

    private void note(Visit visit) {
        String sentence =
                "References are compared whole; names are looked for in the newest "
                        + accountLimit
                        + " accounts.";
        visit.content().element("p", sentence, "class", "note");
    }

    /** A text that cannot be a reference is not one. */
    private static List<JsonValue.Members> withReference(Visit visit, String list, String text)
            throws InterruptedException {
        try {
            ConsoleQuery query = new ConsoleQuery().with("reference", text).with("limit", HITS);
            return visit.get(list, "", query).objects("data");
        } catch (PageRefused refused) {
            if (refused.status() == 400) {
                return List.of();
            }
            throw refused;
        }
    }

    /** The contract has no search by name, so the newest accounts are gone through. */
    private List<JsonValue.Members> withName(Visit visit, String text) throws InterruptedException {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<JsonValue.Members> hits = new ArrayList<>();
        ConsoleQuery query = new ConsoleQuery().with("limit", PAGE_SIZE);
        boolean more = true;
        for (int seen = 0; more && seen < accountLimit; ) {
            JsonValue.Members page = visit.get("listAccounts", "", query);
            List<JsonValue.Members> accounts = page.objects("data");
            for (JsonValue.Members account : accounts) {
                if (account.text("name").toLowerCase(Locale.ROOT).contains(wanted)) {
                    hits.add(account);
                }
            }
            seen += accounts.size();
            more = page.flag("has_more") && !accounts.isEmpty();
            if (more) {
                query.with("starting_after", accounts.getLast().text("id"));
            }
        }
        return hits;
    }
}
