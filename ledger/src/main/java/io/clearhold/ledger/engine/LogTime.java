package io.clearhold.ledger.engine;

import java.util.function.LongSupplier;

/** What time it is for the writer. Used on the writer's thread, but for what is said. */
public interface LogTime {
    /** Log time without the sandbox's offset; never goes back. */
    long plainMs();

    /** What people go by; may jump either way. */
    long wallMs();

    /**
     * How long nobody had served when this began, if that is why log time did not follow the wall
     * clock at the start; else 0.
     */
    default long downMs() {
        return 0;
    }

    /** Somebody accepted the wall clock: log time goes forward at once. */
    void step(long forwardMs);

    /** Time that is one with the wall clock, as simulations and conformance have it. */
    static LogTime of(LongSupplier plainMs) {
        return new LogTime() {
            @Override
            public long plainMs() {
                return plainMs.getAsLong();
            }

            @Override
            public long wallMs() {
                return plainMs.getAsLong();
            }

            @Override
            public void step(long forwardMs) {
                throw new IllegalStateException("a clock that never departs was accepted");
            }
        };
    }
}
