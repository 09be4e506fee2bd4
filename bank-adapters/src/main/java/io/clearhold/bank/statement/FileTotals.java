package io.clearhold.bank.statement;

/**
 * What was read of a file.
 *
 * @param statements in it
 * @param entries of all statements together; currencies may differ, so its sums mean something only
 *     where there is one
 * @param findings that were told
 */
public record FileTotals(
        FileHead head, int statements, EntryTotals entries, long findings, long bytes) {}
