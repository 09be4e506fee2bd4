package io.clearhold.gateway.webhook;

/**
 * Events that an endpoint asked for once more.
 *
 * @param sequence of the event that asked, with {@code ordinal}
 * @param doneSequence up to which they are deliveries again
 */
record Replay(long sequence, int ordinal, long endpoint, long doneSequence, long toSequence) {}
