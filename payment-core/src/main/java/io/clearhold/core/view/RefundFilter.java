package io.clearhold.core.view;

import io.clearhold.core.lifecycle.RefundStatus;
import java.util.Optional;

/** Which refunds; 0 and empty leave a field open. */
public record RefundFilter(
        Scope scope, long payment, Optional<RefundStatus> status, TimeRange created) {
    public static RefundFilter of(Scope scope) {
        return new RefundFilter(scope, 0, Optional.empty(), TimeRange.ALL);
    }
}
