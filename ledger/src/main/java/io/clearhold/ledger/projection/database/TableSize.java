package io.clearhold.ledger.projection.database;

/** How much of the disk a table of the view takes. */
public record TableSize(String table, long tableBytes, long indexBytes) {}
