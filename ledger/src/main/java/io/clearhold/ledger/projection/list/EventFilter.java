package io.clearhold.ledger.projection.list;

import java.util.Optional;

/**
 * Which events; 0 and empty leave a field open.
 *
 * @param type the whole name, like {@code payment.held}
 */
public record EventFilter(Scope scope, Optional<String> type, long payment) {
    public static EventFilter of(Scope scope) {
        return new EventFilter(scope, Optional.empty(), 0);
    }
}
