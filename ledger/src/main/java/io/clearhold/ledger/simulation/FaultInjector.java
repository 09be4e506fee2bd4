package io.clearhold.ledger.simulation;

import java.util.random.RandomGenerator;

/** Says whether a fault strikes now, and counts those that did. */
final class FaultInjector {
    private final RandomGenerator random;
    private final FaultRates rates;
    private final Tally tally;
    private boolean quiet;

    FaultInjector(RandomGenerator random, FaultRates rates, Tally tally) {
        this.random = random;
        this.rates = rates;
        this.tally = tally;
    }

    boolean strikes(Fault fault) {
        int rate = rates.perMillion(fault);
        if (quiet || rate == 0 || random.nextInt(1_000_000) >= rate) {
            return false;
        }
        tally.count(fault, 1);
        return true;
    }

    /** Nothing goes wrong any more. */
    void calm() {
        quiet = true;
    }
}
