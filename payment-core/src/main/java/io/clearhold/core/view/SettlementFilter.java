package io.clearhold.core.view;

/**
 * Which settlements; 0 leaves a field open.
 *
 * @param day since 1970
 */
public record SettlementFilter(Scope scope, int day, long account) {}
