package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table chargebacks. */
final class ChargebackColumns {
    private static final Table.Builder COLUMNS = Table.named("chargebacks", "id");

    static final Column PAYMENT = COLUMNS.number("payment");
    static final Column PLATFORM = COLUMNS.number("platform");
    static final Column PAYEE = COLUMNS.number("payee");
    static final Column PAYER = COLUMNS.number("payer");
    static final Column STATUS = COLUMNS.named("status", CodeNames::chargebackStatus);
    static final Column AMOUNT = COLUMNS.number("amount");
    static final Column COST = COLUMNS.number("cost");
    static final Column CURRENCY = COLUMNS.named("currency", CodeNames::currency);
    static final Column CHANNEL = COLUMNS.number("channel");
    static final Column INSTRUCTION = COLUMNS.number("instruction");
    static final Column RESPOND_BY_MS = COLUMNS.number("respond_by_ms");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column EVIDENCE_SEQUENCE = COLUMNS.number("evidence_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column TEXT = COLUMNS.text("text");
    static final Column EVIDENCE = COLUMNS.text("evidence");
    static final Table TABLE = COLUMNS.build();

    private ChargebackColumns() {}
}
