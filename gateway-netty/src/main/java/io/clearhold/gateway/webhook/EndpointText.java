package io.clearhold.gateway.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.clearhold.core.view.EventTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the journal holds of an endpoint's own words.
 *
 * @param events types and patterns of types
 */
record EndpointText(String url, List<String> events) {
    private static final JsonFactory JSON = new JsonFactory();

    EndpointText {
        events = List.copyOf(events);
    }

    /** Reads the members that the gateway wrote when it was asked. */
    static EndpointText parse(String members) {
        String url = "";
        List<String> events = new ArrayList<>();
        try (JsonParser parser = JSON.createParser("{" + members + "}")) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "url" -> url = parser.getText();
                    case "events" -> {
                        while (parser.nextToken() != JsonToken.END_ARRAY) {
                            events.add(parser.getText());
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the text of an endpoint is no JSON", e);
        }
        return new EndpointText(url, events);
    }

    boolean wants(String type) {
        return events.stream().anyMatch(pattern -> EventTypes.matches(pattern, type));
    }
}
