package io.clearhold.gateway.operation;

import static io.clearhold.core.lifecycle.Role.AUDITOR;
import static io.clearhold.core.lifecycle.Role.OPERATOR;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.json.JsonFields;
import java.util.List;
import java.util.Set;

/** The rows of the route table about four eyes. */
final class ApprovalRoutes {
    private static final Set<Role> STAFF = Set.of(OPERATOR, AUDITOR);
    private static final String ALL = "/v1/approvals";
    private static final String ONE = ALL + "/{approval}";
    private static final String BREAK = "/v1/breaks/{break}";

    private ApprovalRoutes() {}

    static List<Route> of(GatewayParts parts, ViewAccess views) {
        return List.of(
                read("listApprovals", ALL, new ListApprovals(views, parts.proof())),
                read("getApproval", ONE, new GetObject(IdKind.APPROVAL)),
                write(
                        "adjustLedger",
                        "/v1/ledger/adjustments",
                        AdjustLedger.FIELDS,
                        new AdjustLedger(parts.settings())),
                write("assignBreak", BREAK + "/assign", AssignBreak.FIELDS, new AssignBreak()),
                write("resolveBreak", BREAK + "/resolve", ResolveBreak.FIELDS, new ResolveBreak()),
                write("reopenBreak", BREAK + "/reopen", TextFields.NOTE_ALONE, new ReopenBreak()),
                write(
                        "approveApproval",
                        ONE + "/approve",
                        TextFields.NOTE_ALONE,
                        new ApproveApproval()),
                write(
                        "rejectApproval",
                        ONE + "/reject",
                        TextFields.NOTE_ALONE,
                        new RejectApproval()));
    }

    private static Route read(String name, String pattern, Operation operation) {
        return new Route(name, "GET", pattern, STAFF, Route.IGNORED, operation);
    }

    private static Route write(
            String name, String pattern, JsonFields fields, Operation operation) {
        return new Route(
                name, "POST", pattern, Set.of(OPERATOR), new Route.Body.Json(fields), operation);
    }
}
