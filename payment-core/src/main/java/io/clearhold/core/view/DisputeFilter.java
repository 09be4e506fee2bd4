package io.clearhold.core.view;

import io.clearhold.core.lifecycle.DisputeStatus;
import java.util.Optional;

/** Which disputes; 0 and empty leave a field open. */
public record DisputeFilter(
        Scope scope, long payment, Optional<DisputeStatus> status, TimeRange created) {}
