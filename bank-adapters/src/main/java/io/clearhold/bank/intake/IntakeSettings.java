package io.clearhold.bank.intake;

/**
 * Bounds of the import.
 *
 * @param linesInFlight lines that wait for the ledger at a time
 * @param findingsKept findings that a statement keeps; a last one says how many were left out
 * @param agedAtOnce movements that one command looks at for missing lines
 * @param foreignAccounts whether statements of accounts that are not ours are taken, with a finding
 * @param keptFiles files that are kept after their import, the newest ones
 */
public record IntakeSettings(
        int linesInFlight,
        int findingsKept,
        int agedAtOnce,
        boolean foreignAccounts,
        int keptFiles) {
    public IntakeSettings {
        if (linesInFlight < 1 || findingsKept < 1 || agedAtOnce < 1 || keptFiles < 0) {
            throw new IllegalArgumentException("limits of the intake are 1 or more");
        }
    }
}
