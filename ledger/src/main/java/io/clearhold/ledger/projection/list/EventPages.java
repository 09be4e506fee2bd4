package io.clearhold.ledger.projection.list;

import io.clearhold.core.view.EventCursor;
import io.clearhold.core.view.EventFilter;
import io.clearhold.core.view.EventPlace;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Pages of events that never cut a frame, so that a sequence alone is a cursor. */
final class EventPages {
    /** A frame has no more events than ids have ordinals. */
    private static final int EVENTS_OF_A_FRAME = 4096;

    private final EventFilter filter;
    private final boolean ascending;
    private final int limit;

    EventPages(EventFilter filter, EventCursor cursor) {
        this.filter = filter;
        this.ascending = cursor.forward();
        this.limit = cursor.limit();
    }

    /** The page beside {@code from}, in the direction in which it is read. */
    Page<EventRow> read(ViewReader reader, EventPlace from) {
        return reader.read((connection, position) -> page(connection, from, position));
    }

    Page<EventRow> page(Connection connection, EventPlace from, long position) throws SQLException {
        List<EventRow> rows = list(connection, beyond(from), limit + 1);
        if (rows.size() <= limit) {
            return new Page<>(rows, false, position);
        }
        long last = rows.get(limit - 1).sequence();
        if (rows.get(limit).sequence() != last) {
            return new Page<>(rows.subList(0, limit), true, position);
        }
        List<EventRow> whole = new ArrayList<>(rows);
        whole.removeIf(row -> row.sequence() == last);
        Query rest = beyond(from).where("sequence = ?", last);
        whole.addAll(list(connection, rest, EVENTS_OF_A_FRAME));
        boolean more = !list(connection, beyond(EventPlace.of(whole.getLast())), 1).isEmpty();
        return new Page<>(whole, more, position);
    }

    private Query beyond(EventPlace place) {
        String comparison =
                ascending ? "(sequence, ordinal) > (?, ?)" : "(sequence, ordinal) < (?, ?)";
        return events().where(comparison, place.sequence(), place.ordinal());
    }

    private Query events() {
        Query query =
                ViewReader.scoped("events", filter.scope(), "account", "payer")
                        .where("listed")
                        .equal("payment", filter.payment());
        filter.name().ifPresent(name -> query.where("type = ?", name));
        filter.prefix().ifPresent(prefix -> query.where("starts_with(type, ?)", prefix));
        return query;
    }

    private List<EventRow> list(Connection connection, Query query, int most) throws SQLException {
        String order = ascending ? "sequence, ordinal" : "sequence DESC, ordinal DESC";
        return query.list(connection, order, most, RowReaders::event);
    }
}
