package io.clearhold.ledger.projection.fact;

import io.clearhold.ledger.projection.row.CopyBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a batch, which wait for their parties and are then copied as they are. */
final class EventRows {
    private static final String COPY =
            "COPY events (sequence, ordinal, type, listed, at_ms, platform, account, payer, payment,"
                    + " subject, facts, postings) FROM STDIN";

    private record Row(
            EventPlace place,
            Parties parties,
            long subject,
            @Nullable EventSubject about,
            String facts,
            @Nullable String postings) {}

    private final List<Row> rows = new ArrayList<>();
    private final CopyBuffer copy = new CopyBuffer();

    void add(
            EventPlace place,
            Parties parties,
            long subject,
            @Nullable EventSubject about,
            String facts,
            @Nullable String postings) {
        rows.add(new Row(place, parties, subject, about, facts, postings));
    }

    int size() {
        return rows.size();
    }

    void clear() {
        rows.clear();
    }

    void write(Connection connection) throws SQLException {
        copy.clear();
        for (Row row : rows) {
            EventPlace place = row.place();
            copy.putNumber(place.sequence());
            copy.putNumber(place.ordinal());
            copy.putText(place.type());
            copy.putFlag(EventNames.isListed(place.type()));
            copy.putNumber(place.atMs());
            copy.putNumber(row.parties().platform());
            copy.putNumber(row.parties().account());
            copy.putNumber(row.parties().payer());
            copy.putNumber(place.payment());
            copy.putNumber(row.subject());
            EventSubject about = row.about();
            copy.putText(about == null ? row.facts() : about.before(row.facts()));
            copy.putText(row.postings());
            copy.endRow();
        }
        copy.copyTo(connection, COPY);
    }
}
