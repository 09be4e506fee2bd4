package io.clearhold.ledger.projection.row;

/** The key of a row; {@code second} is 0 where the key is one column. */
record RowKey(long first, long second) {}
