package io.clearhold.ledger.engine;

import io.clearhold.ledger.state.ClockHold;

/** What the writer knows of the world besides its journal. Asked on the writer's thread alone. */
interface WriterSurroundings {
    /** What time it is; always the same object. */
    LogTime time();

    /** Whether commands are to be refused because the journal's disk has no room left for them. */
    boolean isStorageFull();

    /** A message was refused because deciding it failed by a bug; nothing changed. */
    void onUndecided(RuntimeException bug);

    /** Deadlines that move money wait from here on, or go on. */
    void onClock(ClockHold hold);

    /**
     * The writer has stopped for good.
     *
     * @param durableSequence the watermark at that time
     */
    void onFailure(long durableSequence, Throwable cause);
}
