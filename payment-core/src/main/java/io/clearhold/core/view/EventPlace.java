package io.clearhold.core.view;

/** Where an event stands: its frame, and its place among the frame's events. */
public record EventPlace(long sequence, int ordinal) {
    /** Behind every event. */
    public static final EventPlace END = new EventPlace(Long.MAX_VALUE, 0);

    /** Before every event. */
    public static final EventPlace BEGINNING = new EventPlace(0, 0);

    public static EventPlace of(EventRow event) {
        return new EventPlace(event.sequence(), event.ordinal());
    }
}
