package io.clearhold.ledger.engine;

/** The clocks of the machine that a driver runs on. Safe for many threads. */
public interface MachineClock {
    /** The machine's own. */
    MachineClock SYSTEM =
            new MachineClock() {
                @Override
                public long wallMs() {
                    return System.currentTimeMillis();
                }

                @Override
                public long nanos() {
                    return System.nanoTime();
                }
            };

    /** What people go by: milliseconds since 1970. May jump either way. */
    long wallMs();

    /** Goes forward alone, from any beginning. */
    long nanos();
}
