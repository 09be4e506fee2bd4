package io.clearhold.bank.statement;

/**
 * A line of a statement that cannot be used; the others can.
 *
 * @param ordinal in the file, counted with the others
 * @param line of the file where it begins
 * @param why also told as a finding
 */
public record QuarantinedEntry(long ordinal, long line, Finding why) {}
