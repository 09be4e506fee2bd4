package io.clearhold.bench.workload;

import org.agrona.DirectBuffer;

/**
 * Commands for a fresh state machine, each of which comes to exactly one frame. So sequences, and
 * with them ids, are known beforehand, and a script never waits for an answer. Whoever runs it must
 * check that nothing was refused. Confined to one thread.
 */
public interface CommandScript {
    /** Prepares the next command. */
    void next();

    /** The command, from offset 0; valid until the next. */
    DirectBuffer command();

    int length();

    /** The sequence that its frame must get. */
    long sequence();
}
