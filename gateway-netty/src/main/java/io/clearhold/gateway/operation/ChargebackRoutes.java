package io.clearhold.gateway.operation;

import static io.clearhold.core.lifecycle.Role.ACCOUNT;
import static io.clearhold.core.lifecycle.Role.AUDITOR;
import static io.clearhold.core.lifecycle.Role.OPERATOR;
import static io.clearhold.core.lifecycle.Role.PLATFORM;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.json.JsonFields;
import java.util.List;
import java.util.Set;

/** The rows of the route table about chargebacks. */
final class ChargebackRoutes {
    private static final Set<Role> KEYS = Set.of(PLATFORM, ACCOUNT, OPERATOR);
    private static final Set<Role> READERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR);
    private static final String ALL = "/v1/chargebacks";
    private static final String ONE = ALL + "/{chargeback}";

    private ChargebackRoutes() {}

    static List<Route> of(ViewAccess views) {
        return List.of(
                read("listChargebacks", ALL, new ListChargebacks(views)),
                read("getChargeback", ONE, new GetObject(IdKind.CHARGEBACK)),
                write(
                        "addChargebackEvidence",
                        ONE + "/evidence",
                        AddChargebackEvidence.FIELDS,
                        new AddChargebackEvidence()),
                write(
                        "acceptChargeback",
                        ONE + "/accept",
                        JsonFields.NONE,
                        new AcceptChargeback()));
    }

    private static Route read(String name, String pattern, Operation operation) {
        return new Route(name, "GET", pattern, READERS, Route.IGNORED, operation);
    }

    private static Route write(
            String name, String pattern, JsonFields fields, Operation operation) {
        return new Route(name, "POST", pattern, KEYS, new Route.Body.Json(fields), operation);
    }
}
