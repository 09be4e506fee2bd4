package io.clearhold.ledger.engine;

/**
 * Limits of the engine.
 *
 * @param ringSlots messages that may wait for the writer; a power of two
 * @param groupLimit messages that one sync covers at most
 * @param tickIntervalMs how often the writer looks for due deadlines when nothing else happens
 * @param tickLimit deadlines that one tick fires at most
 * @param diskReserveBytes commands are refused while less than this is free on the journal's disk
 * @param drainTimeoutMs how long a stop waits for what is in the ring
 */
public record EngineSettings(
        int ringSlots,
        int groupLimit,
        long tickIntervalMs,
        int tickLimit,
        long diskReserveBytes,
        long drainTimeoutMs) {
    public static final EngineSettings DEFAULTS =
            new EngineSettings(1 << 14, 1024, 10, 256, 256L << 20, 20_000);
}
