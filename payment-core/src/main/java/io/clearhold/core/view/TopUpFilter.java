package io.clearhold.core.view;

import io.clearhold.core.lifecycle.TopUpStatus;
import java.util.Optional;

/** Which top-ups; 0 and empty leave a field open. */
public record TopUpFilter(
        Scope scope, long account, Optional<TopUpStatus> status, TimeRange created) {
    public static TopUpFilter of(Scope scope) {
        return new TopUpFilter(scope, 0, Optional.empty(), TimeRange.ALL);
    }
}
