package io.clearhold.bench.measure;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds counted rounds of each measurement
 * @param round length of a round
 * @param warmUp how long each measurement runs before anything counts, so that the compilers are
 *     done
 */
public record RunPlan(int rounds, Duration round, Duration warmUp) {
    public static final RunPlan STANDARD =
            new RunPlan(5, Duration.ofSeconds(10), Duration.ofSeconds(30));
    public static final RunPlan QUICK =
            new RunPlan(3, Duration.ofSeconds(5), Duration.ofSeconds(10));

    private static final int SUSTAINED_ROUNDS = 3;

    /** The same for what must last: one minute where a round has ten seconds. */
    public RunPlan sustained() {
        boolean quick = round.compareTo(STANDARD.round) < 0;
        return new RunPlan(
                Math.min(rounds, SUSTAINED_ROUNDS), round.multipliedBy(quick ? 2 : 6), warmUp);
    }
}
