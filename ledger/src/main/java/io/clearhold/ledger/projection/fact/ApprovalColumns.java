package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table approvals. */
final class ApprovalColumns {
    private static final Table.Builder COLUMNS = Table.named("approvals", "id");

    static final Column KIND = COLUMNS.named("kind", CodeNames::approvalKind);
    static final Column STATUS = COLUMNS.named("status", CodeNames::approvalStatus);
    static final Column SUBJECT = COLUMNS.number("subject");
    static final Column FIRST = COLUMNS.number("first");
    static final Column SECOND = COLUMNS.number("second");
    static final Column THIRD = COLUMNS.number("third");
    static final Column FOURTH = COLUMNS.number("fourth");
    static final Column FIFTH = COLUMNS.number("fifth");
    static final Column FAILURE = COLUMNS.number("failure");
    static final Column FAILURE_FIRST = COLUMNS.number("failure_first");
    static final Column FAILURE_SECOND = COLUMNS.number("failure_second");
    static final Column PROPOSER = COLUMNS.number("proposer");
    static final Column PROPOSER_SEQUENCE = COLUMNS.number("proposer_sequence");
    static final Column DECIDER = COLUMNS.number("decider");
    static final Column DECIDER_SEQUENCE = COLUMNS.number("decider_sequence");
    static final Column EXPIRES_AT_MS = COLUMNS.number("expires_at_ms");
    static final Column DECIDED_AT_MS = COLUMNS.number("decided_at_ms");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT_SEQUENCE = COLUMNS.number("text_sequence");
    static final Column DECISION_SEQUENCE = COLUMNS.number("decision_sequence");
    static final Column LAST_SEQUENCE = COLUMNS.number("last_sequence");
    static final Column TEXT = COLUMNS.text("text");
    static final Column DECISION = COLUMNS.text("decision");
    static final Column PROPOSER_TEXT = COLUMNS.text("proposer_text");
    static final Column DECIDER_TEXT = COLUMNS.text("decider_text");
    static final Table TABLE = COLUMNS.build();

    private ApprovalColumns() {}
}
