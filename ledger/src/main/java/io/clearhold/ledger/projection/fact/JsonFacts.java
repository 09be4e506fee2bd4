package io.clearhold.ledger.projection.fact;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.money.Currencies;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A JSON object of numbers, ids, times and fixed names; nothing in it needs escaping, since no text
 * of anybody's gets here. Confined to one thread.
 */
final class JsonFacts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder(256);

    JsonFacts begin() {
        out.setLength(0);
        out.append('{');
        return this;
    }

    String end() {
        return out.append('}').toString();
    }

    JsonFacts amount(long amount, int currency) {
        return number("amount", amount).name("currency", Currencies.code(currency));
    }

    JsonFacts number(String name, long value) {
        member(name);
        out.append(value);
        return this;
    }

    JsonFacts flag(String name, boolean value) {
        member(name);
        out.append(value);
        return this;
    }

    /** A fixed name of ours. */
    JsonFacts name(String name, String value) {
        member(name);
        out.append('"').append(value).append('"');
        return this;
    }

    /** An id, null if there is none. */
    JsonFacts id(String name, IdKind kind, long id) {
        if (id == ObjectId.NONE) {
            member(name);
            out.append("null");
            return this;
        }
        return name(name, ObjectId.toText(kind, id));
    }

    /** A time, null if there is none. */
    JsonFacts time(String name, long timeMs) {
        if (timeMs == 0) {
            member(name);
            out.append("null");
            return this;
        }
        return name(name, TIME.format(Instant.ofEpochMilli(timeMs)));
    }

    /** Members that are JSON already. */
    JsonFacts raw(String name, String json) {
        member(name);
        out.append(json);
        return this;
    }

    private void member(String name) {
        if (out.length() > 1) {
            out.append(',');
        }
        out.append('"').append(name).append("\":");
    }
}
