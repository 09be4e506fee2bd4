package io.clearhold.ledger.engine;

/** What the writer knows of the world besides its journal. Asked on the writer's thread alone. */
interface WriterSurroundings {
    /** Log time without the sandbox's offset; never goes back. */
    long plainTimeMs();

    /** Whether commands are to be refused because the journal's disk has no room left for them. */
    boolean isStorageFull();

    /** A message was refused because deciding it failed by a bug; nothing changed. */
    void onUndecided(RuntimeException bug);

    /**
     * The writer has stopped for good.
     *
     * @param durableSequence the watermark at that time
     */
    void onFailure(long durableSequence, Throwable cause);
}
