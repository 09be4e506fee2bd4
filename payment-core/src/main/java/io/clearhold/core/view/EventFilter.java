package io.clearhold.core.view;

import java.util.Optional;

/**
 * Which events; 0 and empty leave a field open.
 *
 * @param type the whole name, like {@code payment.held}, or all of a kind, like {@code payment.*}
 */
public record EventFilter(Scope scope, Optional<String> type, long payment) {
    /** Ends a type that stands for all that begin with what is before it. */
    private static final String ANY = "*";

    public static EventFilter of(Scope scope) {
        return new EventFilter(scope, Optional.empty(), 0);
    }

    /** The whole name of a type, if one is asked for. */
    public Optional<String> name() {
        return type.filter(name -> !name.endsWith(ANY));
    }

    /** What the types asked for begin with, if they are given so. */
    public Optional<String> prefix() {
        return type.filter(name -> name.endsWith(ANY))
                .map(name -> name.substring(0, name.length() - ANY.length()));
    }
}
