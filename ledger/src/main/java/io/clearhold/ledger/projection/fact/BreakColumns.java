package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table breaks. */
final class BreakColumns {
    private static final Table.Builder COLUMNS = Table.named("breaks", "id");

    static final Column TYPE = COLUMNS.named("type", CodeNames::breakType);
    static final Column DIRECTION = COLUMNS.named("direction", CodeNames::side);
    static final Column STATUS = COLUMNS.named("status", CodeNames::breakStatus);
    static final Column CHANNEL = COLUMNS.number("channel");
    static final Column CURRENCY = COLUMNS.named("currency", CodeNames::currency);
    static final Column AMOUNT = COLUMNS.number("amount");
    static final Column PAYMENT = COLUMNS.number("payment");
    static final Column INSTRUCTION = COLUMNS.number("instruction");
    static final Column STATEMENT = COLUMNS.number("statement");
    static final Column LINE = COLUMNS.number("line");
    static final Column RESOLUTION = COLUMNS.named("resolution", CodeNames::breakResolution);
    static final Column TREATMENT = COLUMNS.named("treatment", CodeNames::breakAction);
    static final Column ACTION = COLUMNS.named("action", CodeNames::breakAction);
    static final Column ASSIGNED_SEQUENCE = COLUMNS.number("assigned_sequence");
    static final Column ASSIGNED = COLUMNS.text("assigned");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column RESOLVED_AT_MS = COLUMNS.number("resolved_at_ms");
    static final Column RESOLVED_IN = COLUMNS.number("resolved_in");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");

    static final Table TABLE = COLUMNS.build();

    private BreakColumns() {}
}
