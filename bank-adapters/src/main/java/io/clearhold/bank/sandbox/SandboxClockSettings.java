package io.clearhold.bank.sandbox;

/**
 * The bounds of a clock that is being moved.
 *
 * @param deadlinesAtOnce that one tick may fire
 * @param maxTicksPerStep after which a step gives up: deadlines that stay due are a defect
 * @param idleTimeoutMs wall time for which a step waits for the tailers before it goes on
 * @param maxIdleRounds how often new work that tailers caused is waited for in one step
 * @param pollMs between two looks at the tailers
 * @param controlTimeoutMs wall time for the bank's answer, which waits for callbacks of its own
 */
public record SandboxClockSettings(
        int deadlinesAtOnce,
        int maxTicksPerStep,
        long idleTimeoutMs,
        int maxIdleRounds,
        long pollMs,
        long controlTimeoutMs) {
    public static final SandboxClockSettings DEFAULT =
            new SandboxClockSettings(256, 100_000, 30_000, 8, 1, 10_000);
}
