package io.clearhold.gateway.http;

import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the resource of a path. Not changed once it is built. */
public final class Router {
    /** A path and the methods it knows. */
    public static final class Resource {
        private final String prefix;
        private final String suffix;
        private final Map<String, Route> routes = new HashMap<>();
        private String allow = "";
        private boolean open = true;
        private boolean paymentScoped = true;

        private Resource(String pattern) {
            int open = pattern.indexOf('{');
            int close = pattern.indexOf('}');
            prefix = open < 0 ? pattern : pattern.substring(0, open);
            suffix = open < 0 ? "" : pattern.substring(close + 1);
        }

        private void add(Route route) {
            if (routes.put(route.method(), route) != null) {
                throw new IllegalArgumentException("two routes for " + route);
            }
            TreeSet<String> methods = new TreeSet<>(routes.keySet());
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            allow = String.join(", ", methods);
            open &= route.open();
            paymentScoped &= route.paymentScoped();
        }

        /** The route of a method; HEAD is answered like GET. */
        public @Nullable Route route(String method) {
            return routes.get(method.equals("HEAD") ? "GET" : method);
        }

        /** The value of the header Allow. */
        String allow() {
            return allow;
        }

        /** Whether no method of it needs a key. */
        boolean open() {
            return open;
        }

        /** Whether the secret of a payment is a credential here. */
        boolean paymentScoped() {
            return paymentScoped;
        }

        /** The variable part of a path, or null if the path is another one. */
        @Nullable String parameter(String path) {
            int from = prefix.length();
            int end = path.length() - suffix.length();
            if (end <= from || !path.startsWith(prefix) || !path.endsWith(suffix)) {
                return null;
            }
            int slash = path.indexOf('/', from);
            return slash < 0 || slash >= end ? path.substring(from, end) : null;
        }
    }

    private final Map<String, Resource> literals = new HashMap<>();
    private final List<Resource> patterns = new ArrayList<>();

    public Router(List<Route> routes) {
        Map<String, Resource> byPattern = new HashMap<>();
        for (Route route : routes) {
            Resource resource = byPattern.get(route.pattern());
            if (resource == null) {
                resource = new Resource(route.pattern());
                byPattern.put(route.pattern(), resource);
                if (route.pattern().contains("{")) {
                    patterns.add(resource);
                } else {
                    literals.put(route.pattern(), resource);
                }
            }
            resource.add(route);
        }
    }

    /** The route of a path without variable part, for what its body may be; null without one. */
    @Nullable Route literal(Request request) {
        Resource resource = literals.get(request.path());
        return resource == null ? null : resource.route(request.method());
    }

    /** The resource of a request's path, whose variable part the request then knows; or null. */
    @Nullable Resource find(Request request) {
        String path = request.path();
        Resource literal = literals.get(path);
        if (literal != null) {
            return literal;
        }
        for (Resource resource : patterns) {
            String parameter = resource.parameter(path);
            if (parameter != null) {
                request.pathParameter(parameter);
                return resource;
            }
        }
        return null;
    }
}
