package io.clearhold.ledger.projection.fact;

/**
 * Where an event stands.
 *
 * @param ordinal its place among the events of its frame, from 0
 * @param payment that it is about, 0 if none
 * @param atMs the frame's log time
 */
record EventPlace(long sequence, int ordinal, String type, long payment, long atMs) {
    static final EventPlace NONE = new EventPlace(0, 0, "", 0, 0);
}
