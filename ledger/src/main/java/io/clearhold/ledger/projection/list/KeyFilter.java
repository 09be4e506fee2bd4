package io.clearhold.ledger.projection.list;

/** Which keys; account 0 means all that the caller may see. */
public record KeyFilter(Scope scope, long account) {}
