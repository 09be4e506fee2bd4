package io.clearhold.gateway.console;

import java.util.List;
import java.util.Map;

/** An answer of the contract, to be shown. */
sealed interface JsonValue {
    JsonValue NOTHING = new Nothing();

    record Text(String value) implements JsonValue {}

    /** The contract has integers only. */
    record Whole(long value) implements JsonValue {}

    record Flag(boolean value) implements JsonValue {}

    record Nothing() implements JsonValue {}

    record Items(List<JsonValue> values) implements JsonValue {
        /** Those that are objects. */
        List<Members> objects() {
            return values.stream()
                    .filter(Members.class::isInstance)
                    .map(Members.class::cast)
                    .toList();
        }
    }

    /** An object, its members in their order. */
    record Members(Map<String, JsonValue> values) implements JsonValue {
        JsonValue get(String name) {
            return values.getOrDefault(name, NOTHING);
        }

        /** A text, empty if there is none. */
        String text(String name) {
            return get(name) instanceof Text(String value) ? value : "";
        }

        /** A number, 0 if there is none. */
        long number(String name) {
            return get(name) instanceof Whole(long value) ? value : 0;
        }

        boolean flag(String name) {
            return get(name) instanceof Flag(boolean value) && value;
        }

        /** An object, empty if there is none. */
        Members members(String name) {
            return get(name) instanceof Members members ? members : new Members(Map.of());
        }

        /** The objects of a list, none if there is no list. */
        List<Members> objects(String name) {
            return get(name) instanceof Items items ? items.objects() : List.of();
        }
    }
}
