package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table payouts. */
final class PayoutColumns {
    private static final Table.Builder COLUMNS = Table.named("payouts", "id");

    static final Column PLATFORM = COLUMNS.number("platform");
    static final Column ACCOUNT = COLUMNS.number("account");
    static final Column STATUS = COLUMNS.named("status", CodeNames::payoutStatus);
    static final Column AMOUNT = COLUMNS.number("amount");
    static final Column CURRENCY = COLUMNS.named("currency", CodeNames::currency);
    static final Column CHANNEL = COLUMNS.number("channel");
    static final Column INSTRUCTION = COLUMNS.number("instruction");
    static final Column HAS_DESTINATION = COLUMNS.flag("has_destination");
    static final Column HELD = COLUMNS.flag("held");
    static final Column FAILURE = COLUMNS.named("failure", CodeNames::failure);
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column TEXT = COLUMNS.text("text");
    static final Table TABLE = COLUMNS.build();

    private PayoutColumns() {}
}
