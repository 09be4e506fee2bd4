package io.clearhold.bank.statement;

/**
 * How much of everything a statement file may have.
 *
 * @param maxFileBytes a larger file is refused
 * @param maxStatements in a file; above it the file is refused
 * @param maxEntries in a file; above it the file is refused. Up to 64 bytes of memory each, for the
 *     search for references that come twice
 * @param maxDetails of an entry; one with more is quarantined
 * @param maxReferenceLength characters; an entry with a longer reference is quarantined, because a
 *     cut one could be taken for another
 * @param maxTextLength characters of names and remittance texts; longer ones are cut
 * @param maxDepth of nested elements; above it the file is refused
 */
public record StatementLimits(
        long maxFileBytes,
        int maxStatements,
        int maxEntries,
        int maxDetails,
        int maxReferenceLength,
        int maxTextLength,
        int maxDepth) {
    public static final StatementLimits DEFAULT =
            new StatementLimits(1L << 30, 10_000, 1_000_000, 10_000, 140, 1_000, 64);

    public StatementLimits {
        if (maxFileBytes < 1
                || maxStatements < 1
                || maxEntries < 1
                || maxDetails < 1
                || maxReferenceLength < 35
                || maxTextLength < 35
                || maxDepth < 16) {
            throw new IllegalArgumentException(
                    "limits of statements are 1 or more, of texts 35, of the depth 16");
        }
    }
}
