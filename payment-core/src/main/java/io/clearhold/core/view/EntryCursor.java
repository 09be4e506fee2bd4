package io.clearhold.core.view;

/**
 * Where a page of entries begins and how long it is.
 *
 * @param from the entry beside the page; it is not shown
 * @param forward whether the page is what is directly newer than it, else what is older
 * @param limit 1 to {@value Cursor#MAX_LIMIT}
 */
public record EntryCursor(EntryPlace from, boolean forward, int limit) {
    public EntryCursor {
        Cursor.check(limit);
    }

    public static EntryCursor first(int limit) {
        return new EntryCursor(EntryPlace.END, false, limit);
    }

    public static EntryCursor after(EntryPlace place, int limit) {
        return new EntryCursor(place, false, limit);
    }

    public static EntryCursor before(EntryPlace place, int limit) {
        return new EntryCursor(place, true, limit);
    }
}
