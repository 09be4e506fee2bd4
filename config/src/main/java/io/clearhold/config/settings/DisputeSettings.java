package io.clearhold.config.settings;

/**
 * How long disputes wait for whoever is to act, and what the operator's staff decide alone.
 *
 * @param awardWithoutApproval in minor units of whatever currency; 0: any award
 */
public record DisputeSettings(
        long openMs,
        long rejectedMs,
        long returnAgreedMs,
        long returnShippedMs,
        long escalatedMs,
        long awardWithoutApproval) {
    private static final long SECOND_MS = 1_000;

    static DisputeSettings read(SettingsReader reader) {
        return new DisputeSettings(
                reader.durationMs("disputes.open", SECOND_MS),
                reader.durationMs("disputes.rejected", SECOND_MS),
                reader.durationMs("disputes.return-agreed", SECOND_MS),
                reader.durationMs("disputes.return-shipped", SECOND_MS),
                reader.durationMs("disputes.escalated", SECOND_MS),
                reader.number("disputes.award-without-approval", 0, Long.MAX_VALUE));
    }
}
