package io.clearhold.gateway.page;

import io.clearhold.gateway.operation.GatewayParts;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Route;
import java.util.List;
import java.util.Set;

/** The routes that need no key: operations of the server itself, and its documentation. */
public final class PageRoutes {
    private static final Route.Body NO_BODY = new Route.Body.Ignored();

    private PageRoutes() {}

    public static List<Route> of(GatewayParts parts) {
        return List.of(
                get("healthz", "/healthz", new Health()),
                get("readyz", "/readyz", new Readiness(parts)),
                get("version", "/version", new Version(parts.version())),
                get("metrics", "/metrics", new Metrics(parts.metrics())),
                get("openapi", "/openapi.json", new OpenApi()),
                get("docs", "/docs", Documentation.index()),
                get("docsErrors", "/docs/errors", Documentation.errors()),
                get("docsAsset", "/docs/{asset}", Documentation.assets()));
    }

    private static Route get(String name, String pattern, Operation operation) {
        return new Route(name, "GET", pattern, Set.of(), NO_BODY, operation);
    }
}
