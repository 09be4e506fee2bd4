package io.clearhold.core.view;

/** Which keys; account 0 means all that the caller may see. */
public record KeyFilter(Scope scope, long account) {}
