package io.clearhold.gateway.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The members that one object of a request may have: the required ones first, then the optional
 * ones. A handler switches over the position of the name; what is not listed is refused as unknown.
 * An optional member that is null counts as missing.
 */
public final class JsonFields {
    /** An object without members. */
    public static final JsonFields NONE = required().optional();

    /** Positions are bits of a long. */
    private static final int LIMIT = 64;

    private final Map<String, Integer> positions;
    private final List<String> names;
    private final int requiredCount;
    private final boolean keepsNulls;

    private JsonFields(List<String> names, int requiredCount, boolean keepsNulls) {
        if (names.size() >= LIMIT) {
            throw new IllegalArgumentException("more than " + LIMIT + " fields");
        }
        this.names = names;
        this.requiredCount = requiredCount;
        this.keepsNulls = keepsNulls;
        this.positions = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            positions.put(names.get(i), i);
        }
    }

    public static JsonFields required(String... names) {
        return new JsonFields(List.of(names), names.length, false);
    }

    public JsonFields optional(String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return new JsonFields(List.copyOf(all), requiredCount, keepsNulls);
    }

    /** Here a null has a meaning of its own: the reader stops at it. */
    public JsonFields keepingNulls() {
        return new JsonFields(names, requiredCount, true);
    }

    /** The names, each at its position. */
    public List<String> names() {
        return names;
    }

    public List<String> requiredNames() {
        return names.subList(0, requiredCount);
    }

    /** The position of a name, or -1. */
    int position(String name) {
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }

    /** Whether a null at this position is the same as no member. */
    boolean ignoresNull(int position) {
        return !keepsNulls && position >= requiredCount;
    }

    /** The first required position that is not among the bits of {@code seen}, or -1. */
    int firstMissing(long seen) {
        long missing = ((1L << requiredCount) - 1) & ~seen;
        return missing == 0 ? -1 : Long.numberOfTrailingZeros(missing);
    }
}
