package io.clearhold.ledger.projection.list;

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

    EventPages(EventFilter filter, boolean ascending, int limit) {
        this.filter = filter;
        this.ascending = ascending;
        this.limit = limit;
    }

    Page<EventRow> read(ViewReader reader, long bound) {
        return reader.read((connection, position) -> page(connection, bound, position));
    }

    private Page<EventRow> page(Connection connection, long bound, long position)
            throws SQLException {
        List<EventRow> rows = list(connection, beyond(bound), limit + 1);
        if (rows.size() <= limit) {
            return new Page<>(rows, false, position);
        }
        long last = rows.get(limit - 1).sequence();
        if (rows.get(limit).sequence() != last) {
            return new Page<>(rows.subList(0, limit), true, position);
        }
        List<EventRow> whole = new ArrayList<>(rows);
        whole.removeIf(row -> row.sequence() == last);
        whole.addAll(list(connection, events().where("sequence = ?", last), EVENTS_OF_A_FRAME));
        boolean more = !list(connection, beyond(last), 1).isEmpty();
        return new Page<>(whole, more, position);
    }

    private Query beyond(long sequence) {
        return events().where(ascending ? "sequence > ?" : "sequence < ?", sequence);
    }

    private Query events() {
        Query query =
                ViewReader.scoped("events", filter.scope(), "account", "payer")
                        .where("listed")
                        .equal("payment", filter.payment());
        filter.type().ifPresent(type -> query.where("type = ?", type));
        return query;
    }

    private List<EventRow> list(Connection connection, Query query, int most) throws SQLException {
        String order = ascending ? "sequence, ordinal" : "sequence DESC, ordinal DESC";
        return query.list(connection, order, most, RowReaders::event);
    }
}
