package io.clearhold.gateway.render;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.view.EntryPlace;
import io.clearhold.core.view.EntryRow;
import java.util.Optional;

/**
 * The id of an entry: that of its event, and its place among the event's entries. It names no
 * object of its own and is good as a cursor.
 */
public final class EntryId {
    private static final String PREFIX = "ent_";
    private static final int EVENT_END = PREFIX.length() + ObjectId.TEXT_LENGTH;
    private static final int PLACE_DIGITS = 5;

    private EntryId() {}

    static String text(EntryRow entry, long event) {
        String characters =
                ObjectId.toText(IdKind.EVENT, event).substring(IdKind.EVENT.prefix().length());
        return PREFIX + characters + "_" + entry.place();
    }

    /** Where the entry with this id stands, whether there is one or not; empty if it is no id. */
    public static Optional<EntryPlace> parse(String text) {
        int digits = text.length() - EVENT_END - 1;
        boolean form =
                text.startsWith(PREFIX)
                        && digits >= 1
                        && digits <= PLACE_DIGITS
                        && text.charAt(EVENT_END) == '_'
                        && text.substring(EVENT_END + 1)
                                .chars()
                                .allMatch(c -> c >= '0' && c <= '9');
        if (!form) {
            return Optional.empty();
        }
        long event =
                ObjectId.parse(
                        IdKind.EVENT,
                        IdKind.EVENT.prefix() + text.substring(PREFIX.length(), EVENT_END));
        return event == ObjectId.NONE
                ? Optional.empty()
                : Optional.of(
                        new EntryPlace(
                                ObjectId.sequence(event),
                                ObjectId.ordinal(event),
                                Integer.parseInt(text.substring(EVENT_END + 1))));
    }
}
