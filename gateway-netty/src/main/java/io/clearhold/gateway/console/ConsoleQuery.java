package io.clearhold.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of a page or a form. A form sends a field that was left empty too, so empty is as
 * good as absent, and what a page does not know it does not look at.
 */
final class ConsoleQuery {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** What stands behind the question mark of a request target. */
    static ConsoleQuery ofTarget(String target) {
        int start = target.indexOf('?');
        return start < 0 ? new ConsoleQuery() : ofForm(target.substring(start + 1));
    }

    /** A body as forms send it. */
    static ConsoleQuery ofForm(String form) {
        ConsoleQuery query = new ConsoleQuery();
        for (String part : form.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.with(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return query;
    }

    /** The value without blanks around it, empty if there is none. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Adds a parameter, unless it is empty. */
    ConsoleQuery with(String name, String value) {
        if (!value.isBlank()) {
            values.put(name, value.strip());
        }
        return this;
    }

    /** Some of the parameters. */
    ConsoleQuery only(Iterable<String> names) {
        ConsoleQuery some = new ConsoleQuery();
        for (String name : names) {
            some.with(name, get(name));
        }
        return some;
    }

    /** The address of a path with these parameters. */
    String behind(String path) {
        StringBuilder address = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> each : values.entrySet()) {
            address.append(separator).append(each.getKey()).append('=');
            address.append(URLEncoder.encode(each.getValue(), UTF_8));
            separator = '&';
        }
        return address.toString();
    }

    /** What is encoded wrongly stays as it is: as a text it finds nothing. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
