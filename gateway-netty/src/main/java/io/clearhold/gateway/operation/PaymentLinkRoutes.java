package io.clearhold.gateway.operation;

import static io.clearhold.core.lifecycle.Role.ACCOUNT;
import static io.clearhold.core.lifecycle.Role.AUDITOR;
import static io.clearhold.core.lifecycle.Role.LINK_SECRET;
import static io.clearhold.core.lifecycle.Role.OPERATOR;
import static io.clearhold.core.lifecycle.Role.PLATFORM;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.json.JsonFields;
import java.util.List;
import java.util.Set;

/** The rows of the route table about payment links. */
final class PaymentLinkRoutes {
    private static final Set<Role> KEYS = Set.of(PLATFORM, ACCOUNT, OPERATOR);
    private static final Set<Role> READERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR);
    private static final Set<Role> LINK_READERS =
            Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR, LINK_SECRET);
    private static final Set<Role> USERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, LINK_SECRET);
    private static final String ALL = "/v1/payment_links";
    private static final String ONE = ALL + "/{payment_link}";

    private PaymentLinkRoutes() {}

    static List<Route> of(ViewAccess views) {
        return List.of(
                write(
                        "createPaymentLink",
                        "POST",
                        ALL,
                        KEYS,
                        CreatePaymentLink.FIELDS,
                        new CreatePaymentLink()),
                new Route(
                        "listPaymentLinks",
                        "GET",
                        ALL,
                        READERS,
                        Route.IGNORED,
                        new ListPaymentLinks(views)),
                new Route(
                        "getPaymentLink",
                        "GET",
                        ONE,
                        LINK_READERS,
                        Route.IGNORED,
                        new GetObject(IdKind.PAYMENT_LINK)),
                write(
                        "updatePaymentLink",
                        "PATCH",
                        ONE,
                        KEYS,
                        PaymentLinkPatch.FIELDS,
                        new UpdatePaymentLink()),
                write(
                        "deactivatePaymentLink",
                        "POST",
                        ONE + "/deactivate",
                        KEYS,
                        JsonFields.NONE,
                        new DeactivatePaymentLink()),
                write(
                        "usePaymentLink",
                        "POST",
                        ONE + "/payments",
                        USERS,
                        LinkPayment.FIELDS,
                        new UsePaymentLink()));
    }

    private static Route write(
            String name,
            String method,
            String pattern,
            Set<Role> roles,
            JsonFields fields,
            Operation operation) {
        return new Route(name, method, pattern, roles, new Route.Body.Json(fields), operation);
    }
}
