package io.clearhold.gateway.json;

import static io.clearhold.gateway.problem.ProblemCode.INVALID_FIELD;
import static io.clearhold.gateway.problem.ProblemCode.INVALID_JSON;
import static io.clearhold.gateway.problem.ProblemCode.UNKNOWN_FIELD;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.money.Currencies;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body strictly, from left to right: one object, known members, each once, exact
 * types. A fault of syntax anywhere in the body comes before a fault of a field, so a field is
 * refused only after the rest of the body was looked at. Confined to one thread.
 */
public final class BodyReader {
    private static final int MAX_DEPTH = 8;

    private final CharSpan span = new CharSpan();
    private final long[] seen = new long[MAX_DEPTH];
    private byte[] body = new byte[0];
    private int length;
    private int depth;
    private @Nullable JsonParser parser;

    /** Begins with a body; returns false if it is empty. */
    public boolean open(byte[] bytes, int count) {
        this.body = bytes;
        this.length = count;
        this.depth = 0;
        this.parser = null;
        if (count == 0) {
            return false;
        }
        if (!Utf8.isText(bytes, count)) {
            throw RequestRefused.of(INVALID_JSON, "The body is not UTF-8 text.");
        }
        try {
            parser = JsonSyntax.parser(bytes, count);
        } catch (IOException e) {
            throw invalidJson(e);
        }
        if (next() != JsonToken.START_OBJECT) {
            throw field(INVALID_JSON, null, "The body must be a JSON object.");
        }
        enter();
        return true;
    }

    /** Moves to the next member and its value; returns its position in {@code fields}, or -1. */
    public int nextField(JsonFields fields) {
        while (next() != JsonToken.END_OBJECT) {
            String name = currentName();
            int position = fields.position(name);
            if (position < 0) {
                throw field(UNKNOWN_FIELD, null, "The field " + name + " is not known here.");
            }
            long bit = 1L << position;
            if ((seen[depth - 1] & bit) != 0) {
                throw duplicate(name);
            }
            seen[depth - 1] |= bit;
            if (next() != JsonToken.VALUE_NULL || !fields.ignoresNull(position)) {
                return position;
            }
        }
        depth--;
        int missing = fields.firstMissing(seen[depth]);
        if (missing >= 0) {
            String pointer = pointer() + "/" + fields.names().get(missing);
            throw field(INVALID_FIELD, pointer, "is required");
        }
        if (depth == 0 && next() != null) {
            throw RequestRefused.of(INVALID_JSON, "Something follows the JSON object.");
        }
        return -1;
    }

    /** Whether the current value is null. */
    public boolean isNull() {
        return token() == JsonToken.VALUE_NULL;
    }

    /** Steps into the object that is the current value. */
    public void beginObject() {
        expect(JsonToken.START_OBJECT, "must be an object");
        enter();
    }

    /** Steps into the array that is the current value. */
    public void beginArray() {
        expect(JsonToken.START_ARRAY, "must be an array");
    }

    /** Moves to the next object of an array and into it; false at the end of the array. */
    public boolean nextObject() {
        if (next() == JsonToken.END_ARRAY) {
            return false;
        }
        beginObject();
        return true;
    }

    /** Moves to the next value of an array; false at its end. */
    public boolean nextElement() {
        return next() != JsonToken.END_ARRAY;
    }

    /** Moves to the next member of an object with free names; null at its end. */
    public @Nullable String nextName() {
        if (next() == JsonToken.END_OBJECT) {
            depth--;
            return null;
        }
        String name = currentName();
        if (!TextRules.isName(name)) {
            throw invalid("must have a name of 1 to " + TextRules.NAME_LIMIT + " characters");
        }
        next();
        return name;
    }

    /** An amount of money: an integer from 1 to the largest long. */
    public long amount() {
        return integer(1, Long.MAX_VALUE);
    }

    /** An integer within bounds, both included. */
    public long integer(long lowest, long highest) {
        expect(JsonToken.VALUE_NUMBER_INT, "must be an integer");
        try {
            // Twenty characters hold every long; more would only be parsed to be refused.
            if (parser().getTextLength() <= 20) {
                JsonParser.NumberType type = parser().getNumberType();
                if (type != JsonParser.NumberType.BIG_INTEGER) {
                    long value = parser().getLongValue();
                    if (value >= lowest && value <= highest) {
                        return value;
                    }
                }
            }
        } catch (IOException e) {
            throw invalidJson(e);
        }
        if (highest == Long.MAX_VALUE) {
            throw invalid("must be an integer of at least " + lowest);
        }
        throw invalid("must be an integer from " + lowest + " to " + highest);
    }

    /** A sequence as answers give it, in quotes, or as a number. */
    public long sequence() {
        if (token() != JsonToken.VALUE_STRING) {
            return integer(0, Long.MAX_VALUE);
        }
        CharSpan digits = text(1, 18);
        long sequence = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw invalid("must be a sequence that an answer gave");
            }
            sequence = sequence * 10 + digit;
        }
        return sequence;
    }

    public boolean bool() {
        if (token() != JsonToken.VALUE_TRUE && token() != JsonToken.VALUE_FALSE) {
            throw invalid("must be true or false");
        }
        return token() == JsonToken.VALUE_TRUE;
    }

    /**
     * A string of {@code least} to {@code most} characters, valid until the next call. Characters
     * are code points; a zero character and half a surrogate pair are none.
     */
    public CharSpan text(int least, int most) {
        expect(JsonToken.VALUE_STRING, "must be a string");
        try {
            span.wrap(
                    parser().getTextCharacters(),
                    parser().getTextOffset(),
                    parser().getTextLength());
        } catch (IOException e) {
            throw invalidJson(e);
        }
        int characters = TextRules.characters(span);
        if (characters < 0) {
            throw invalid("must not hold a zero character or half a surrogate pair");
        }
        if (characters < least || characters > most) {
            throw invalid("must have " + least + " to " + most + " characters");
        }
        return span;
    }

    /** An id of one kind. */
    public long id(IdKind kind) {
        long id = ObjectId.parse(kind, text(1, 64));
        if (id == ObjectId.NONE) {
            throw invalid("must be an id that begins with " + kind.prefix());
        }
        return id;
    }

    /** The number of a currency. */
    public int currency() {
        int number = Currencies.number(text(1, 16));
        if (number == 0) {
            throw invalid("must be an ISO 4217 code in upper case");
        }
        return number;
    }

    /** A time in milliseconds since 1970. */
    public long time() {
        long time = Rfc3339.parse(text(1, 64));
        if (time == Rfc3339.INVALID) {
            throw invalid("must be a time like 2026-11-21T08:30:00.000Z");
        }
        return time;
    }

    /** A name came twice in one object. */
    public RequestRefused duplicate(String name) {
        return RequestRefused.of(INVALID_JSON, "The name " + name + " comes twice.");
    }

    /** The current value is wrong; {@code why} continues "this field …". */
    public RequestRefused invalid(String why) {
        return field(INVALID_FIELD, null, why);
    }

    /** The value at {@code pointer}, read before, is wrong. */
    public RequestRefused invalidMember(String pointer, String why) {
        return field(INVALID_FIELD, pointer, why);
    }

    /** Where in the body the reader stands, as a JSON pointer. */
    public String pointer() {
        return parser().getParsingContext().pathAsPointer().toString();
    }

    private void enter() {
        if (depth == MAX_DEPTH) {
            throw invalid("is nested too deep");
        }
        seen[depth] = 0;
        depth++;
    }

    private RequestRefused field(ProblemCode code, @Nullable String pointer, String why) {
        String at = pointer == null ? pointer() : pointer;
        String fault = JsonSyntax.fault(body, length);
        if (fault != null) {
            return RequestRefused.of(INVALID_JSON, fault);
        }
        if (code == INVALID_JSON) {
            return RequestRefused.of(code, why);
        }
        return RequestRefused.field(
                code, at, code == INVALID_FIELD ? "The field " + at + " " + why + "." : why);
    }

    private void expect(JsonToken wanted, String why) {
        if (token() != wanted) {
            throw invalid(why);
        }
    }

    private @Nullable JsonToken token() {
        return parser().currentToken();
    }

    private @Nullable JsonToken next() {
        try {
            return parser().nextToken();
        } catch (IOException e) {
            throw invalidJson(e);
        }
    }

    private String currentName() {
        try {
            return parser().currentName();
        } catch (IOException e) {
            throw invalidJson(e);
        }
    }

    private JsonParser parser() {
        JsonParser open = parser;
        if (open == null) {
            throw new IllegalStateException("no body is open");
        }
        return open;
    }

    private static RequestRefused invalidJson(IOException e) {
        return RequestRefused.of(INVALID_JSON, JsonSyntax.describe(e));
    }
}
