package io.clearhold.core.view;

import io.clearhold.core.proof.BreakStatus;
import io.clearhold.core.proof.BreakType;
import java.util.Optional;

/** Which breaks; 0 and empty leave a field open. */
public record BreakFilter(
        Optional<BreakStatus> status,
        Optional<BreakType> type,
        int channel,
        long payment,
        TimeRange created) {}
