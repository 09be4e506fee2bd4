package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table instructions. */
final class InstructionColumns {
    private static final Table.Builder COLUMNS = Table.named("instructions", "id");

    static final Column KIND = COLUMNS.named("kind", CodeNames::instructionKind);
    static final Column STATUS = COLUMNS.named("status", CodeNames::instructionStatus);
    static final Column SUBJECT = COLUMNS.number("subject");
    static final Column PAYMENT = COLUMNS.number("payment");
    static final Column CHANNEL = COLUMNS.number("channel");
    static final Column AMOUNT = COLUMNS.number("amount");
    static final Column CURRENCY = COLUMNS.named("currency", CodeNames::currency);
    static final Column CLOSING = COLUMNS.flag("closing");
    static final Column RUNG = COLUMNS.number("rung");
    static final Column CLAIMED_AT_MS = COLUMNS.number("claimed_at_ms");
    static final Column NEXT_ACTION_MS = COLUMNS.number("next_action_ms");
    static final Column EVIDENCE = COLUMNS.named("evidence", CodeNames::evidence);
    static final Column FAILURE = COLUMNS.named("failure", CodeNames::failure);
    static final Column SETTLED_AMOUNT = COLUMNS.number("settled_amount");
    static final Column PROVEN = COLUMNS.flag("proven");
    static final Column RETURN_PROVEN = COLUMNS.flag("return_proven");
    static final Column SETTLED_SEQUENCE = COLUMNS.number("settled_sequence");
    static final Column RETURNED_SEQUENCE = COLUMNS.number("returned_sequence");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");

    /** What the bank said last: its reference, its reason. */
    static final Column TEXT = COLUMNS.text("text");

    static final Table TABLE = COLUMNS.build();

    private InstructionColumns() {}
}
