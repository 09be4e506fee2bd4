package io.clearhold.gateway.console;

/**
 * The limits of the console.
 *
 * @param sessionLimit sessions at a time; above it the one that was idle longest ends
 * @param sessionIdleMs a session ends after so long without a request
 * @param sessionLifetimeMs and so long after its login in any case; both by the wall clock
 * @param searchAccounts newest accounts that a search by name looks at
 */
public record ConsoleSettings(
        int sessionLimit, long sessionIdleMs, long sessionLifetimeMs, int searchAccounts) {
    public static ConsoleSettings defaults() {
        return new ConsoleSettings(1_000, 1_800_000, 43_200_000, 1_000);
    }
}
