package io.clearhold.config.settings;

import java.util.List;

/**
 * What decisions read. It takes effect only by the {@code Configure} command that each start sends,
 * so that a replay decides by what held then.
 *
 * @param queryLadderMs waits between looks at a bank instruction; the last repeats
 * @param visibilityWindowMs logged time after which the sandbox bank's "not found" is believed
 */
public record LedgerSettings(
        long payByDefaultMs,
        long shipByDefaultMs,
        long autoConfirmDefaultSeconds,
        long idempotencyRetentionMs,
        List<Long> queryLadderMs,
        long visibilityWindowMs,
        DisputeSettings disputes) {
    /** The contract: a retry finds its answer for at least a day. */
    private static final long LEAST_RETENTION_MS = 86_400_000;

    private static final long SECOND_MS = 1_000;

    /** Rungs of the ladder that the state counts in 8 bits. */
    private static final int MAX_RUNGS = 255;

    public LedgerSettings {
        queryLadderMs = List.copyOf(queryLadderMs);
    }

    static LedgerSettings read(SettingsReader reader) {
        return new LedgerSettings(
                reader.durationMs("ledger.pay-by-default", SECOND_MS),
                reader.durationMs("ledger.ship-by-default", SECOND_MS),
                reader.durationMs("ledger.auto-confirm-default", SECOND_MS) / SECOND_MS,
                reader.durationMs("ledger.idempotency-retention", LEAST_RETENTION_MS),
                reader.durationsMs("ledger.query-ladder", MAX_RUNGS),
                reader.durationMs("sandbox-bank.visibility-window", 0),
                DisputeSettings.read(reader));
    }
}
