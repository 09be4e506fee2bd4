package io.clearhold.bank.statement;

import org.agrona.collections.LongHashSet;

/**
 * Finds references that come twice in a statement. It keeps 64 bits of each: two that meet by
 * chance would cost a needless warning, no more.
 */
final class EntryReferences {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private LongHashSet seen = new LongHashSet();

    void clear() {
        // Not emptied: it would stay as large as the largest statement.
        seen = new LongHashSet();
    }

    void check(StatementEntry entry, FindingLog findings) {
        check(entry, "reference", entry.reference(), findings);
        check(entry, "servicer reference", entry.servicerReference(), findings);
    }

    private void check(StatementEntry entry, String kind, String reference, FindingLog findings) {
        if (!reference.isEmpty() && !seen.add(hash(kind, reference))) {
            findings.report(
                    FindingCode.DUPLICATE_REFERENCE,
                    entry.line(),
                    "",
                    "Another entry of the statement has the " + kind + " " + reference + ", too.");
        }
    }

    private static long hash(String kind, String reference) {
        long hash = OFFSET_BASIS ^ kind.length();
        for (int i = 0; i < reference.length(); i++) {
            hash = (hash ^ reference.charAt(i)) * PRIME;
        }
        return hash;
    }
}
