package io.clearhold.core;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Runs a property with random seeds. A failure names its seed; {@code -Dclearhold.seed=…} runs that
 * one seed again.
 */
public final class Seeds {
    private static final String PROPERTY = "clearhold.seed";

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
        for (int i = 0; i < rounds; i++) {
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
