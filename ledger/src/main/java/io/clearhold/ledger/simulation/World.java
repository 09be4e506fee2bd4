package io.clearhold.ledger.simulation;

import java.util.random.RandomGenerator;

/**
 * What all of one simulated world share.
 *
 * @param random the one source of chance
 * @param agenda the clock
 * @param faults what goes wrong
 * @param tally what happened
 */
record World(RandomGenerator random, Agenda agenda, FaultInjector faults, Tally tally) {
    /** A number of milliseconds below this, more often a short one. */
    long delayMs(long belowMs) {
        return random.nextLong(1 + random.nextLong(belowMs));
    }
}
