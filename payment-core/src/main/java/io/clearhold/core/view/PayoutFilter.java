package io.clearhold.core.view;

import io.clearhold.core.lifecycle.PayoutStatus;
import java.util.Optional;

/** Which payouts; 0 and empty leave a field open. */
public record PayoutFilter(
        Scope scope, long account, Optional<PayoutStatus> status, TimeRange created) {
    public static PayoutFilter of(Scope scope) {
        return new PayoutFilter(scope, 0, Optional.empty(), TimeRange.ALL);
    }
}
