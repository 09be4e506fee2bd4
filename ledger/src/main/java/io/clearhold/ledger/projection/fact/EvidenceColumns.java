package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table dispute_evidence; the place is the piece's own among those of its dispute, from 0. */
final class EvidenceColumns {
    private static final Table.Builder COLUMNS =
            Table.named("dispute_evidence", "dispute", "place");

    static final Column BY = COLUMNS.named("by", CodeNames::disputeParty);
    static final Column SEQUENCE = COLUMNS.number("sequence");
    static final Column CREATED_AT_MS = COLUMNS.number("created_at_ms");
    static final Column TEXT = COLUMNS.text("text");
    static final Table TABLE = COLUMNS.build();

    private EvidenceColumns() {}
}
