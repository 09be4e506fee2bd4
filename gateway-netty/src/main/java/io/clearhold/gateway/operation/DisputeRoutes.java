package io.clearhold.gateway.operation;

import static io.clearhold.core.lifecycle.Role.ACCOUNT;
import static io.clearhold.core.lifecycle.Role.AUDITOR;
import static io.clearhold.core.lifecycle.Role.OPERATOR;
import static io.clearhold.core.lifecycle.Role.PAYER_SECRET;
import static io.clearhold.core.lifecycle.Role.PLATFORM;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.DisputeTrigger;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.json.JsonFields;
import java.util.List;
import java.util.Set;

/** The rows of the route table about disputes. */
final class DisputeRoutes {
    private static final Set<Role> KEYS = Set.of(PLATFORM, ACCOUNT, OPERATOR);
    private static final Set<Role> READERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR);

    /** What the payer may do, he may do with the secret of the attempt that collected. */
    private static final Set<Role> PAYERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, PAYER_SECRET);

    private static final String OF_PAYMENT = "/v1/payments/{payment}/disputes";
    private static final String ALL = "/v1/disputes";
    private static final String ONE = ALL + "/{dispute}";

    private DisputeRoutes() {}

    static List<Route> of(ViewAccess views) {
        return List.of(
                write("openDispute", OF_PAYMENT, PAYERS, OpenDispute.FIELDS, new OpenDispute()),
                read("listPaymentDisputes", OF_PAYMENT, READERS, new ListPaymentDisputes(views)),
                read("listDisputes", ALL, READERS, new ListDisputes(views)),
                read(
                        "getDispute",
                        ONE,
                        Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR, PAYER_SECRET),
                        new GetObject(IdKind.DISPUTE)),
                act("acceptDispute", "/accept", KEYS, DisputeTrigger.ACCEPT),
                act("rejectDispute", "/reject", KEYS, DisputeTrigger.REJECT),
                act("escalateDispute", "/escalate", PAYERS, DisputeTrigger.ESCALATE),
                act("withdrawDispute", "/withdraw", PAYERS, DisputeTrigger.WITHDRAW),
                act("returnGoods", "/return", PAYERS, DisputeTrigger.RETURN),
                act("receiveReturn", "/return_received", KEYS, DisputeTrigger.RETURN_RECEIVED),
                write(
                        "addEvidence",
                        ONE + "/evidence",
                        PAYERS,
                        EvidenceText.FIELDS,
                        new AddEvidence()),
                write(
                        "resolveDispute",
                        ONE + "/resolve",
                        KEYS,
                        ResolveDispute.FIELDS,
                        new ResolveDispute()));
    }

    private static Route act(String name, String action, Set<Role> roles, DisputeTrigger trigger) {
        ActOnDispute operation = new ActOnDispute(trigger);
        return write(name, ONE + action, roles, operation.fields(), operation);
    }

    private static Route read(String name, String pattern, Set<Role> roles, Operation operation) {
        return new Route(name, "GET", pattern, roles, Route.IGNORED, operation);
    }

    private static Route write(
            String name, String pattern, Set<Role> roles, JsonFields fields, Operation operation) {
        return new Route(name, "POST", pattern, roles, new Route.Body.Json(fields), operation);
    }
}
