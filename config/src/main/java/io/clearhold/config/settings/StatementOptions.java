package io.clearhold.config.settings;

import io.clearhold.bank.intake.IntakeSettings;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.core.lifecycle.ServerMode;

/** How much of everything a bank's statement file may have. */
final class StatementOptions {
    /** Breaks that one frame opens at most. */
    private static final int AGED_AT_ONCE = 1_000;

    private StatementOptions() {}

    static IntakeSettings intake(SettingsReader reader, ServerMode mode) {
        return new IntakeSettings(
                reader.integer("statements.lines-in-flight", 1, 65_536),
                reader.integer("statements.finding-limit", 1, 10_000),
                AGED_AT_ONCE,
                mode == ServerMode.SANDBOX,
                reader.integer("statements.files-kept", 0, 1_000_000));
    }

    static StatementLimits read(SettingsReader reader) {
        return new StatementLimits(
                reader.bytes("statements.file-limit", 1_024, 1L << 40),
                reader.integer("statements.statement-limit", 1, 1_000_000),
                reader.integer("statements.entry-limit", 1, 100_000_000),
                reader.integer("statements.detail-limit", 1, 1_000_000),
                reader.integer("statements.reference-limit", 35, 1_000),
                reader.integer("statements.text-limit", 35, 100_000),
                reader.integer("statements.depth-limit", 16, 1_000));
    }
}
