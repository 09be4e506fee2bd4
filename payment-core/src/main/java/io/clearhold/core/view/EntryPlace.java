package io.clearhold.core.view;

/** Where an entry stands: the cursor of a list of entries. */
public record EntryPlace(long sequence, int ordinal, int place) {
    /** Behind every entry. */
    public static final EntryPlace END = new EntryPlace(Long.MAX_VALUE, 0, 0);

    public static EntryPlace of(EntryRow entry) {
        return new EntryPlace(entry.sequence(), entry.ordinal(), entry.place());
    }
}
