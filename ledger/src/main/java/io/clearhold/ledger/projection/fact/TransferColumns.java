package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table transfers. */
final class TransferColumns {
    private static final Table.Builder COLUMNS = Table.named("transfers", "id");

    static final Column PLATFORM = COLUMNS.number("platform");
    static final Column SENDER = COLUMNS.number("sender");
    static final Column RECIPIENT = COLUMNS.number("recipient");
    static final Column AMOUNT = COLUMNS.number("amount");
    static final Column CURRENCY = COLUMNS.named("currency", CodeNames::currency);
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column TEXT = COLUMNS.text("text");
    static final Table TABLE = COLUMNS.build();

    private TransferColumns() {}
}
