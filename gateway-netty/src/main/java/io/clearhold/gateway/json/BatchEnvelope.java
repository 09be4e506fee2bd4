package io.clearhold.gateway.json;

import static io.clearhold.gateway.problem.ProblemCode.INVALID_FIELD;
import static io.clearhold.gateway.problem.ProblemCode.INVALID_JSON;
import static io.clearhold.gateway.problem.ProblemCode.UNKNOWN_FIELD;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.problem.RequestRefused;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The outer JSON of a batch, {@code {"operations":[{"idempotency_key","method","path","body"}]}},
 * read once from left to right. The bodies inside are not parsed: only their brackets are counted,
 * and the reader of each operation judges its own. Any fault of the envelope refuses the whole
 * batch. Confined to one thread; valid until the next {@link #read}.
 */
public final class BatchEnvelope {
    /** The member of the outer object. */
    public static final JsonFields FIELDS = JsonFields.required("operations");

    private static final JsonFields MEMBERS =
            JsonFields.required("method", "path").optional("idempotency_key", "body");
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final int METHOD = 0;
    private static final int PATH = 1;
    private static final int KEY = 2;
    private static final int ALL_REQUIRED = 1 << METHOD | 1 << PATH;

    private byte[] bytes = new byte[0];
    private int length;
    private int at;
    private int count;
    private @Nullable String[] keys = new String[128];
    private String[] paths = new String[128];
    private int[] bodies = new int[256];

    /**
     * Reads the envelope; throws {@link RequestRefused} for the whole batch.
     *
     * @param most operations that a batch may have
     */
    public void read(byte[] body, int bodyLength, int most) {
        bytes = body;
        length = bodyLength;
        at = 0;
        count = 0;
        if (!Utf8.isText(body, bodyLength)) {
            throw RequestRefused.of(INVALID_JSON, "The body is not UTF-8 text.");
        }
        if (next() != '{') {
            throw refused(INVALID_JSON, "", "The body must be a JSON object.");
        }
        boolean seen = false;
        for (boolean more = opens('}'); more; more = continues('}')) {
            String name = name();
            if (!name.equals("operations")) {
                throw unknown("", name);
            }
            if (seen) {
                throw duplicate(name);
            }
            seen = true;
            operations(most);
        }
        if (peek() >= 0) {
            throw refused(INVALID_JSON, "", "Something follows the JSON object.");
        }
        if (!seen) {
            throw invalid("/operations", "is required");
        }
    }

    /** How many operations there are. */
    public int count() {
        return count;
    }

    /** The idempotency key of an operation, null if it has none. */
    public @Nullable String key(int operation) {
        return keys[operation];
    }

    public String path(int operation) {
        return paths[operation];
    }

    /** Where the body of an operation begins in the body of the batch. */
    public int bodyOffset(int operation) {
        return bodies[2 * operation];
    }

    /** Its length in bytes, 0 if it has none. */
    public int bodyLength(int operation) {
        return bodies[2 * operation + 1];
    }

    private void operations(int most) {
        if (next() != '[') {
            throw invalid("/operations", "must be an array");
        }
        for (boolean more = opens(']'); more; more = continues(']')) {
            if (count == most) {
                throw invalid("/operations", "must have at most " + most + " elements");
            }
            makeRoom();
            operation(count);
            count++;
        }
    }

    private void operation(int index) {
        if (next() != '{') {
            throw invalid(place(index), "must be an object");
        }
        int seen = 0;
        keys[index] = null;
        bodies[2 * index + 1] = 0;
        for (boolean more = opens('}'); more; more = continues('}')) {
            int member = member(index);
            if ((seen & 1 << member) != 0) {
                throw duplicate(MEMBERS.names().get(member));
            }
            seen |= 1 << member;
            switch (member) {
                case METHOD -> method(index);
                case PATH -> paths[index] = readPath(index);
                case KEY -> {
                    if (!skipNull()) {
                        keys[index] = string(index, "/idempotency_key");
                    }
                }
                default -> body(index);
            }
        }
        if ((seen & ALL_REQUIRED) != ALL_REQUIRED) {
            int missing = Integer.numberOfTrailingZeros(~seen);
            throw invalid(place(index) + "/" + MEMBERS.names().get(missing), "is required");
        }
    }

    private int member(int index) {
        String name = name();
        int position = MEMBERS.position(name);
        if (position < 0) {
            throw unknown(place(index), name);
        }
        return position;
    }

    private void method(int index) {
        if (!string(index, "/method").equals("POST")) {
            throw invalid(place(index) + "/method", "must be POST");
        }
    }

    /** Most operations of a batch have the same path: one string is enough for them. */
    private String readPath(int index) {
        if (index > 0 && peek() == '"') {
            String before = paths[index - 1];
            int end = at + 1 + before.length();
            if (end < length && bytes[end] == '"' && holds(before, at + 1)) {
                at = end + 1;
                return before;
            }
        }
        return string(index, "/path");
    }

    /** Whether these characters, all of them plain, stand here. */
    private boolean holds(String text, int from) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (bytes[from + i] != c || c == '\\' || c == '"') {
                return false;
            }
        }
        return true;
    }

    private void body(int index) {
        if (skipNull()) {
            return;
        }
        if (peek() != '{') {
            throw invalid(place(index) + "/body", "must be an object");
        }
        int from = at;
        skipObject();
        bodies[2 * index] = from;
        bodies[2 * index + 1] = at - from;
    }

    /** Steps over an object by its brackets; what is in it, its own reader judges. */
    private void skipObject() {
        int depth = 0;
        do {
            if (at >= length) {
                throw syntax();
            }
            switch (bytes[at++]) {
                case '"' -> skipString();
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
        } while (depth > 0);
    }

    /** From behind the opening quote to behind the closing one. */
    private void skipString() {
        while (at < length) {
            byte b = bytes[at++];
            if (b == '"') {
                return;
            }
            if (b == '\\') {
                at++;
            }
        }
        throw syntax();
    }

    private boolean skipNull() {
        if (peek() == 'n' && at + 4 <= length && Arrays.equals(bytes, at, at + 4, NULL, 0, 4)) {
            at += 4;
            return true;
        }
        return false;
    }

    /** The name of a member and its colon. */
    private String name() {
        if (peek() != '"') {
            throw syntax();
        }
        String name = text();
        if (next() != ':') {
            throw syntax();
        }
        return name;
    }

    private String string(int index, String member) {
        if (peek() != '"') {
            throw invalid(place(index) + member, "must be a string");
        }
        return text();
    }

    /** The string that begins here. */
    private String text() {
        int from = ++at;
        while (at < length) {
            byte b = bytes[at];
            if (b == '"') {
                String plain = new String(bytes, from, at - from, ISO_8859_1);
                at++;
                return plain;
            }
            if (b < 0x20 || b == '\\') {
                // An escape, a character beyond ASCII, or one that must not stand here.
                skipString();
                return JsonSyntax.string(bytes, from - 1, at - from + 1);
            }
            at++;
        }
        throw syntax();
    }

    /** Whether the object or array that was just opened has a first element. */
    private boolean opens(char end) {
        if (peek() == end) {
            at++;
            return false;
        }
        return true;
    }

    /** Whether another element follows the last one. */
    private boolean continues(char end) {
        int c = next();
        if (c == ',') {
            return true;
        }
        if (c != end) {
            throw syntax();
        }
        return false;
    }

    private int next() {
        int c = peek();
        at++;
        return c;
    }

    /** The next character that is not white space, -1 at the end. */
    private int peek() {
        while (at < length) {
            byte b = bytes[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xff;
            }
            at++;
        }
        return -1;
    }

    private static String place(int index) {
        return "/operations/" + index;
    }

    private void makeRoom() {
        if (count == paths.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            paths = Arrays.copyOf(paths, 2 * count);
            bodies = Arrays.copyOf(bodies, 4 * count);
        }
    }

    private RequestRefused syntax() {
        return refused(INVALID_JSON, "", INVALID_JSON.detail());
    }

    private RequestRefused duplicate(String name) {
        return refused(INVALID_JSON, "", "The name " + name + " comes twice.");
    }

    private RequestRefused unknown(String parent, String name) {
        return refused(
                UNKNOWN_FIELD, parent + "/" + name, "The field " + name + " is not known here.");
    }

    private RequestRefused invalid(String pointer, String why) {
        return refused(INVALID_FIELD, pointer, "The field " + pointer + " " + why + ".");
    }

    /** A fault of syntax anywhere in the body comes before a fault of a field. */
    private RequestRefused refused(ProblemCode code, String pointer, String why) {
        String fault = JsonSyntax.fault(bytes, length);
        if (fault != null) {
            return RequestRefused.of(INVALID_JSON, fault);
        }
        return code == INVALID_JSON
                ? RequestRefused.of(code, why)
                : RequestRefused.field(code, pointer, why);
    }
}
