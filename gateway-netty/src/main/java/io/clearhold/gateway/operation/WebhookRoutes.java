package io.clearhold.gateway.operation;

import static io.clearhold.core.lifecycle.Role.ACCOUNT;
import static io.clearhold.core.lifecycle.Role.AUDITOR;
import static io.clearhold.core.lifecycle.Role.OPERATOR;
import static io.clearhold.core.lifecycle.Role.PLATFORM;

import io.clearhold.core.lifecycle.Role;
import io.clearhold.gateway.json.JsonFields;
import java.util.List;
import java.util.Set;

/** The rows of the route table about webhook endpoints. */
final class WebhookRoutes {
    private static final Set<Role> KEYS = Set.of(PLATFORM, ACCOUNT, OPERATOR);
    private static final Set<Role> READERS = Set.of(PLATFORM, ACCOUNT, OPERATOR, AUDITOR);
    private static final String ALL = "/v1/webhook_endpoints";
    private static final String ONE = ALL + "/{webhook_endpoint}";

    private WebhookRoutes() {}

    static List<Route> of(GatewayParts parts, ViewAccess views) {
        boolean sandbox = parts.webhooks().sandbox();
        return List.of(
                write(
                        "createWebhookEndpoint",
                        "POST",
                        ALL,
                        CreateWebhookEndpoint.FIELDS,
                        new CreateWebhookEndpoint(sandbox)),
                read(
                        "listWebhookEndpoints",
                        ALL,
                        new ListWebhookEndpoints(views, parts.webhooks())),
                read("getWebhookEndpoint", ONE, new GetWebhookEndpoint()),
                read(
                        "listDeliveries",
                        ONE + "/deliveries",
                        new ListDeliveries(views, parts.webhooks().deliveries())),
                write(
                        "updateWebhookEndpoint",
                        "PATCH",
                        ONE,
                        UpdateWebhookEndpoint.FIELDS,
                        new UpdateWebhookEndpoint(sandbox)),
                write(
                        "deleteWebhookEndpoint",
                        "DELETE",
                        ONE,
                        JsonFields.NONE,
                        new DeleteWebhookEndpoint()),
                write(
                        "rotateWebhookSecret",
                        "POST",
                        ONE + "/rotate",
                        JsonFields.NONE,
                        new RotateWebhookSecret()),
                write(
                        "pingWebhookEndpoint",
                        "POST",
                        ONE + "/ping",
                        JsonFields.NONE,
                        new PingWebhookEndpoint()),
                write(
                        "replayWebhooks",
                        "POST",
                        ONE + "/replay",
                        ReplayWebhooks.FIELDS,
                        new ReplayWebhooks()));
    }

    private static Route read(String name, String pattern, Operation operation) {
        return new Route(name, "GET", pattern, READERS, Route.IGNORED, operation);
    }

    private static Route write(
            String name, String method, String pattern, JsonFields fields, Operation operation) {
        return new Route(name, method, pattern, KEYS, new Route.Body.Json(fields), operation);
    }
}
