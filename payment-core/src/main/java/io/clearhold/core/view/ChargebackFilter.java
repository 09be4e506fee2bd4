package io.clearhold.core.view;

import io.clearhold.core.lifecycle.ChargebackStatus;
import java.util.Optional;

/** Which chargebacks; 0 and empty leave a field open. */
public record ChargebackFilter(
        Scope scope, long payment, Optional<ChargebackStatus> status, TimeRange created) {
    public static ChargebackFilter of(Scope scope) {
        return new ChargebackFilter(scope, 0, Optional.empty(), TimeRange.ALL);
    }
}
