package io.clearhold.bank.support;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Runs a property with random seeds. A failure names its seed; {@code -Dclearhold.seed=…} runs that
 * one seed again, and {@code -Dclearhold.rounds=…} tries more of them.
 */
public final class Seeds {
    private static final String PROPERTY = "clearhold.seed";
    private static final String ROUNDS = "clearhold.rounds";

    private Seeds() {}

    /** What must hold for every seed. */
    @FunctionalInterface
    public interface Property {
        void check(Random random) throws Exception;
    }

    /** Checks the property with {@code rounds} seeds, or with the one that was given. */
    public static void forEach(int rounds, Property property) {
        Long given = Long.getLong(PROPERTY);
        if (given != null) {
            check(given, property);
            return;
        }
        RandomGenerator seeds = new Random();
        int count = Integer.getInteger(ROUNDS, rounds);
        for (int i = 0; i < count; i++) {
            check(seeds.nextLong(), property);
        }
    }

    private static void check(long seed, Property property) {
        try {
            property.check(new Random(seed));
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    "failed with seed "
                            + seed
                            + "; run it again with -D"
                            + PROPERTY
                            + "="
                            + seed
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
