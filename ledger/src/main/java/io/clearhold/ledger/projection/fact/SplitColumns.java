package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.Column;
import io.clearhold.ledger.projection.row.Table;

/** The table splits; the place is the split's own among those of its payment, from 0. */
final class SplitColumns {
    private static final Table.Builder COLUMNS = Table.named("splits", "payment", "place");

    static final Column ACCOUNT = COLUMNS.number("account");
    static final Column KIND = COLUMNS.named("kind", CodeNames::shareKind);
    static final Column VALUE = COLUMNS.number("value");
    static final Column FIXED = COLUMNS.number("fixed");
    static final Column TAKEN = COLUMNS.sum("taken");
    static final Table TABLE = COLUMNS.build();

    private SplitColumns() {}
}
