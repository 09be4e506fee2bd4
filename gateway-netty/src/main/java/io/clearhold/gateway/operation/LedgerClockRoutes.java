package io.clearhold.gateway.operation;

import static io.clearhold.core.lifecycle.Role.AUDITOR;
import static io.clearhold.core.lifecycle.Role.OPERATOR;

import java.util.List;
import java.util.Set;

/** The rows of the route table about the ledger's clock. */
final class LedgerClockRoutes {
    private LedgerClockRoutes() {}

    static List<Route> of() {
        return List.of(
                new Route(
                        "getLedgerClock",
                        "GET",
                        "/v1/ledger/clock",
                        Set.of(OPERATOR, AUDITOR),
                        Route.IGNORED,
                        new GetClockHold()),
                new Route(
                        "acceptLedgerClock",
                        "POST",
                        "/v1/ledger/clock/accept",
                        Set.of(OPERATOR),
                        new Route.Body.Json(AcceptClock.FIELDS),
                        new AcceptClock()));
    }
}
