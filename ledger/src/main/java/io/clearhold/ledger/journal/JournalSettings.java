package io.clearhold.ledger.journal;

/**
 * How the journal uses its disk.
 *
 * @param preallocationBytes how far ahead of the writer disk blocks are taken for a file, in steps
 *     of this size; 0: never
 */
public record JournalSettings(long preallocationBytes) {
    /** For who only reads, or is in no hurry. */
    public static final JournalSettings WITHOUT_PREALLOCATION = new JournalSettings(0);

    public static final JournalSettings DEFAULTS = new JournalSettings(64L << 20);
}
