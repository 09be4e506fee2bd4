package io.clearhold.bench.measure;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds counted rounds of each measurement
 * @param round length of a round
 * @param warmUp how long each measurement runs before anything counts, so that the compilers are
 *     done
 * @param serverWarmUp the same where a whole server is measured, which has more to compile
 */
public record RunPlan(int rounds, Duration round, Duration warmUp, Duration serverWarmUp) {
    public static final RunPlan STANDARD =
            new RunPlan(5, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(40));
    public static final RunPlan QUICK =
            new RunPlan(3, Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(30));

    private static final int SUSTAINED_ROUNDS = 3;

    /**
     * The same for what must last: one minute where a round has ten seconds; of a quick run's
     * rounds a single one of ten.
     */
    public RunPlan sustained() {
        boolean quick = round.compareTo(STANDARD.round) < 0;
        return quick
                ? new RunPlan(1, Duration.ofMillis(round.toMillis() * 5 / 2), warmUp, serverWarmUp)
                : new RunPlan(
                        Math.min(rounds, SUSTAINED_ROUNDS),
                        round.multipliedBy(6),
                        warmUp,
                        serverWarmUp);
    }
}
