package io.clearhold.config.engine;

import io.clearhold.core.port.ServerPart;
import io.clearhold.ledger.engine.Engine;
import io.clearhold.ledger.engine.StateFigures;
import java.time.Duration;

/** Shows in readiness that deadlines that move money wait for an operator. */
public final class ClockPart implements ServerPart {
    private final Engine engine;

    public ClockPart(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String trouble() {
        StateFigures.ClockFigures clock = engine.statistics().state().clock();
        if (!clock.held()) {
            return "";
        }
        String why =
                clock.downMs() > 0
                        ? "nobody had served for " + Duration.ofMillis(clock.downMs())
                        : "log time is "
                                + Duration.ofMillis(Math.abs(clock.departureMs()))
                                + (clock.departureMs() > 0 ? " ahead of" : " behind")
                                + " the wall clock";
        return "Deadlines that move money wait: "
                + why
                + ". Look at the clock of the machine, then POST /v1/ledger/clock/accept.";
    }
}
