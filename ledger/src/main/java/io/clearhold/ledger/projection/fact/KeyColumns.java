package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table keys; it holds no secret and nothing from which one could be made. */
final class KeyColumns {
    private static final Table.Builder COLUMNS = Table.named("keys", "id");

    static final Column ROLE = COLUMNS.named("role", CodeNames::role);
    static final Column PLATFORM = COLUMNS.number("platform");
    static final Column ACCOUNT = COLUMNS.number("account");
    static final Column GENERATION = COLUMNS.number("generation");
    static final Column REVOKED = COLUMNS.flag("revoked");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column TEXT = COLUMNS.text("text");
    static final Table TABLE = COLUMNS.build();

    private KeyColumns() {}
}
