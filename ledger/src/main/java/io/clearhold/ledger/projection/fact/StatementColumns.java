package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table statements. */
final class StatementColumns {
    private static final Table.Builder COLUMNS = Table.named("statements", "id");

    static final Column CHANNEL = COLUMNS.number("channel");
    static final Column FORMAT = COLUMNS.named("format", CodeNames::statementFormat);
    static final Column STATUS = COLUMNS.named("status", CodeNames::statementStatus);
    static final Column LINES = COLUMNS.number("lines");
    static final Column MATCHED = COLUMNS.sum("matched");
    static final Column BREAKS = COLUMNS.sum("breaks");
    static final Column DUPLICATES = COLUMNS.number("duplicates");
    static final Column QUARANTINED = COLUMNS.number("quarantined");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column FINDINGS_SEQUENCE = COLUMNS.number("findings_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");

    /** About the file: its name for itself. */
    static final Column TEXT = COLUMNS.text("text");

    /** JSON members without braces: findings. */
    static final Column FINDINGS = COLUMNS.text("findings");

    static final Table TABLE = COLUMNS.build();

    private StatementColumns() {}
}
