package io.clearhold.gateway.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The sequences that an event asks for, both included. */
record ReplayFacts(long fromSequence, long toSequence) {
    private static final JsonFactory JSON = new JsonFactory();

    static ReplayFacts parse(String facts) {
        long from = 0;
        long to = 0;
        try (JsonParser parser = JSON.createParser(facts)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "from_sequence" -> from = parser.getValueAsLong();
                    case "to_sequence" -> to = parser.getValueAsLong();
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the facts of an event are no JSON", e);
        }
        return new ReplayFacts(from, to);
    }
}
