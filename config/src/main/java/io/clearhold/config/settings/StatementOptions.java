package io.clearhold.config.settings;

import io.clearhold.bank.statement.StatementLimits;

/** How much of everything a bank's statement file may have. */
final class StatementOptions {
    private StatementOptions() {}

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
