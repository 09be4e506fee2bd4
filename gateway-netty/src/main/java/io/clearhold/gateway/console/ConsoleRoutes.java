package io.clearhold.gateway.console;

import io.clearhold.gateway.auth.KeyProof;
import io.clearhold.gateway.operation.ContractCalls;
import io.clearhold.gateway.operation.GatewayParts;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Route;
import io.micrometer.core.instrument.Gauge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The routes of the console. They need no key of the contract, because each asks for a session
 * itself; they are pages for people, and no part of the contract.
 */
public final class ConsoleRoutes {
    private static final Route.Body NO_BODY = new Route.Body.Ignored();

    private final Gate gate;
    private final ContractCalls calls;
    private final List<Route> routes = new ArrayList<>();

    private ConsoleRoutes(Gate gate, ContractCalls calls) {
        this.gate = gate;
        this.calls = calls;
    }

    /**
     * Every route of the console.
     *
     * @param contract what pages may read with
     */
    public static List<Route> of(GatewayParts parts, List<Route> contract) {
        ConsoleSettings settings = parts.settings().console();
        SessionTable sessions = new SessionTable(settings, System::currentTimeMillis);
        Gauge.builder("clearhold.console.sessions", sessions, SessionTable::size)
                .description("Sessions of the console")
                .register(parts.metrics());
        KeyProof proof =
                new KeyProof(
                        parts.secrets(),
                        parts.keys(),
                        parts.ledger(),
                        parts.settings().http().replyTimeoutMs());
        Gate gate = new Gate(proof, sessions, parts.settings().publicBaseUrl());
        ConsoleRoutes console = new ConsoleRoutes(gate, new ContractCalls(contract));
        console.add("consoleStyle", "GET", "/console/console.css", new Stylesheet());
        console.add("consoleLoginForm", "GET", Addresses.LOGIN, Login.form());
        console.add("consoleLogin", "POST", Addresses.LOGIN, Login.enter(gate, parts.metrics()));
        console.add("consoleLogout", "POST", Addresses.LOGOUT, Login.leave(gate));
        console.pages(settings);
        return List.copyOf(console.routes);
    }

    private void pages(ConsoleSettings settings) {
        page("consoleOverview", "/console", new OverviewPage());
        page("consoleSearch", Addresses.SEARCH, new SearchPage(settings.searchAccounts()));
        page("consolePayments", "/console/payments", Lists.paymentsPage());
        page("consolePayment", "/console/payments/{payment}", new PaymentPage());
        page("consoleRefunds", "/console/refunds", Lists.refundsPage());
        page("consoleRefund", "/console/refunds/{refund}", new ObjectPage("Refund", "getRefund"));
        page("consolePayouts", "/console/payouts", Lists.payoutsPage());
        page("consolePayout", "/console/payouts/{payout}", new ObjectPage("Payout", "getPayout"));
        page("consoleAccounts", "/console/accounts", Lists.accountsPage());
        page("consoleAccount", "/console/accounts/{account}", new AccountPage());
        page("consoleKey", "/console/keys/{key}", new ObjectPage("Key", "getKey"));
        page("consoleEvent", "/console/events/{event}", new ObjectPage("Event", "getEvent"));
        page("consoleBreaks", "/console/breaks", Lists.breaksPage());
        page("consoleBreak", "/console/breaks/{break}", new ObjectPage("Break", "getBreak"));
        page("consoleStatements", "/console/statements", Lists.statementsPage());
        page("consoleStatement", "/console/statements/{statement}", new StatementPage());
        page("consoleDays", "/console/days", new BusinessDays());
        page("consoleDay", "/console/days/{date}", new DayPage());
        page("consoleSettlements", "/console/settlements", Lists.settlementsPage());
        page("consoleSettlement", "/console/settlements/{settlement}", new SettlementPage());
    }

    private void page(String name, String pattern, ConsolePage.Content content) {
        add(name, "GET", pattern, new ConsolePage(gate, calls, content));
    }

    private void add(String name, String method, String pattern, Operation operation) {
        Route.Body body = method.equals("POST") ? new Route.Body.Raw() : NO_BODY;
        routes.add(new Route(name, method, pattern, Set.of(), body, operation));
    }
}
