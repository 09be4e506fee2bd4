package io.clearhold.gateway.query;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.money.Currencies;
import io.clearhold.core.view.Cursor;
import io.clearhold.core.view.TimeRange;
import io.clearhold.gateway.json.Rfc3339;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of one request, each asked for by its type. */
public final class QueryParameters {
    private static final int DEFAULT_LIMIT = 20;

    /** Days since 1970 that every part of the server can count. */
    private static final long MOST_DAYS = 10_000_000;

    private final Map<String, String> values = new HashMap<>();

    private QueryParameters() {}

    /**
     * Reads what stands behind the question mark.
     *
     * @throws RequestRefused for a parameter that is unknown, given twice, or not encoded right
     */
    public static QueryParameters read(String target, QueryFields fields) {
        QueryParameters parameters = new QueryParameters();
        int start = target.indexOf('?');
        if (start < 0) {
            return parameters;
        }
        int fragment = target.indexOf('#', start);
        String query = target.substring(start + 1, fragment < 0 ? target.length() : fragment);
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = decoded(equals < 0 ? part : part.substring(0, equals), "");
                if (!fields.names().contains(name)) {
                    throw RequestRefused.field(
                            ProblemCode.UNKNOWN_FIELD,
                            pointer(name),
                            "This list does not know the parameter.");
                }
                String value = equals < 0 ? "" : decoded(part.substring(equals + 1), name);
                if (parameters.values.put(name, value) != null) {
                    throw invalid(name, "It is given twice.");
                }
            }
        }
        return parameters;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Up to so many characters, if it is given. */
    public Optional<String> text(String name, int most) {
        Optional<String> value = Optional.ofNullable(values.get(name));
        if (value.isPresent() && (value.get().isEmpty() || value.get().length() > most)) {
            throw invalid(name, "It must have 1 to " + most + " characters.");
        }
        return value;
    }

    /** An id of a kind, {@link ObjectId#NONE} if it is not given. */
    public long id(String name, IdKind kind) {
        String value = values.get(name);
        if (value == null) {
            return ObjectId.NONE;
        }
        long id = ObjectId.parse(kind, value);
        if (id == ObjectId.NONE) {
            throw invalid(name, "It must be an id of the form " + kind.prefix() + "….");
        }
        return id;
    }

    /** One of some names, if it is given. */
    public <T> Optional<T> choice(String name, List<T> choices, Function<T, String> label) {
        String value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> chosen =
                choices.stream().filter(each -> label.apply(each).equals(value)).findFirst();
        if (chosen.isEmpty()) {
            throw invalid(
                    name,
                    "It must be one of "
                            + String.join(", ", choices.stream().map(label).toList())
                            + ".");
        }
        return chosen;
    }

    /** A date, if it is given. */
    public Optional<LocalDate> date(String name) {
        try {
            Optional<LocalDate> date = Optional.ofNullable(values.get(name)).map(LocalDate::parse);
            if (date.isEmpty() || Math.abs(date.get().toEpochDay()) < MOST_DAYS) {
                return date;
            }
        } catch (DateTimeException e) {
            throw invalid(name, "A date is written YYYY-MM-DD.");
        }
        throw invalid(name, "A date is written YYYY-MM-DD.");
    }

    /** The ISO 4217 number of a currency, 0 if it is not given. */
    public int currency(String name) {
        String value = values.get(name);
        if (value == null) {
            return 0;
        }
        int number = value.equals(value.toUpperCase(Locale.ROOT)) ? Currencies.number(value) : 0;
        if (number <= 0) {
            throw invalid(name, "It must be a currency of ISO 4217.");
        }
        return number;
    }

    /** What {@code created_after} and {@code created_before} say, both excluded. */
    public TimeRange created() {
        long after = time("created_after");
        long before = time("created_before");
        return new TimeRange(after == 0 ? 0 : after + 1, before);
    }

    /** A token that was got from {@code Clearhold-Sequence}, or -1 if it is not given. */
    public long sequence(String name) {
        String value = values.get(name);
        if (value == null) {
            return -1;
        }
        long sequence = sequenceOf(value);
        if (sequence < 0) {
            throw invalid(name, "It must be a sequence that an answer gave.");
        }
        return sequence;
    }

    /** The sequence in a token, or -1 if it is none. */
    public static long sequenceOf(String token) {
        try {
            long sequence = token.length() > 19 ? -1 : Long.parseLong(token);
            return Character.isDigit(token.isEmpty() ? ' ' : token.charAt(0)) ? sequence : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** How many rows a page is to have. */
    public int limit() {
        String value = values.get("limit");
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = value.length() > 3 ? 0 : Integer.parseInt(value);
            if (limit >= 1 && limit <= Cursor.MAX_LIMIT && Character.isDigit(value.charAt(0))) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw wrongLimit();
        }
        throw wrongLimit();
    }

    /** Where the page begins, by ids of this kind. */
    public Cursor cursor(IdKind kind) {
        requireOneCursor();
        return new Cursor(id("starting_after", kind), id("ending_before", kind), limit());
    }

    /** A page has one end from which it is read. */
    public void requireOneCursor() {
        if (has("starting_after") && has("ending_before")) {
            throw invalid("ending_before", "Give starting_after or ending_before.");
        }
    }

    /** The refusal of a parameter's value. */
    public static RequestRefused invalid(String name, String detail) {
        return RequestRefused.field(ProblemCode.INVALID_FIELD, pointer(name), detail);
    }

    private static RequestRefused wrongLimit() {
        return invalid("limit", "It must be a number from 1 to " + Cursor.MAX_LIMIT + ".");
    }

    private long time(String name) {
        String value = values.get(name);
        if (value == null) {
            return 0;
        }
        long time = Rfc3339.parse(value);
        if (time == Rfc3339.INVALID) {
            throw invalid(name, "It must be a time such as 2026-11-21T08:30:00Z.");
        }
        return time;
    }

    private static String decoded(String text, String name) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "It is not encoded as RFC 3986 has it.");
        }
    }

    /** RFC 6901. */
    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
