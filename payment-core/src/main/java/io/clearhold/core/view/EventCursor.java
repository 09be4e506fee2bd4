package io.clearhold.core.view;

/**
 * Where a page of events begins and how long it is, give or take the rest of a frame.
 *
 * @param from the event beside the page; it is not shown
 * @param forward whether the page is what is directly newer than it, else what is older
 * @param limit 1 to {@value Cursor#MAX_LIMIT}
 */
public record EventCursor(EventPlace from, boolean forward, int limit) {
    public EventCursor {
        Cursor.check(limit);
    }

    public static EventCursor first(int limit) {
        return new EventCursor(EventPlace.END, false, limit);
    }

    public static EventCursor after(EventPlace place, int limit) {
        return new EventCursor(place, false, limit);
    }

    public static EventCursor before(EventPlace place, int limit) {
        return new EventCursor(place, true, limit);
    }
}
