package io.clearhold.ledger.projection.fact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks into text: JSON members without the braces. Text that is not what it should be is kept as
 * it is and has no members: a search may then miss an object, but the view goes on. Safe for many
 * threads.
 */
final class TextMembers {
    private static final JsonFactory JSON = new JsonFactory();

    private TextMembers() {}

    /** The value of a member that is a string, else null. */
    static @Nullable String string(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try (JsonParser parser = JSON.createParser("{" + text + "}")) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                JsonToken value = parser.nextToken();
                if (wanted) {
                    return value == JsonToken.VALUE_STRING ? parser.getText() : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The members whose names are accepted, each as it was written. */
    static @Nullable String keep(@Nullable String text, Predicate<String> accepts) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String object = "{" + text + "}";
        StringBuilder kept = new StringBuilder(text.length());
        try (JsonParser parser = JSON.createParser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.nextToken();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getCharOffset();
                if (accepts.test(name)) {
                    kept.append(kept.isEmpty() ? "" : ",").append(object, start, end);
                }
            }
            return kept.toString();
        } catch (IOException e) {
            return text;
        }
    }
}
