package io.clearhold.gateway.operation;

import io.clearhold.core.view.EventTypes;
import io.clearhold.gateway.json.BodyReader;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.webhook.EndpointUrl;

/** The members of a webhook endpoint's text. */
final class WebhookEndpointText {
    static final JsonName URL = JsonName.of("url");
    static final JsonName EVENTS = JsonName.of("events");
    static final JsonName DESCRIPTION = JsonName.of("description");

    private static final int EVENTS_LIMIT = 50;
    private static final int EVENT_LENGTH = 64;
    private static final int DESCRIPTION_LIMIT = 500;

    private WebhookEndpointText() {}

    /**
     * An address that may be connected to as far as can be said without a resolver.
     *
     * @param sandbox whether plain http and loopback addresses are allowed
     */
    static void url(BodyReader body, boolean sandbox, JsonWriter text) {
        String url = body.text(1, EndpointUrl.LONGEST).toString();
        try {
            EndpointUrl.parse(url, sandbox);
        } catch (EndpointUrl.RefusedException e) {
            throw body.invalid(String.valueOf(e.getMessage()));
        }
        text.member(URL, url);
    }

    /** Types, all of a kind, or everything. */
    static void events(BodyReader body, JsonWriter text) {
        body.beginArray();
        text.name(EVENTS).beginArray();
        int count = 0;
        while (body.nextElement()) {
            if (count++ == EVENTS_LIMIT) {
                throw body.invalid("is one of more than " + EVENTS_LIMIT);
            }
            String event = body.text(1, EVENT_LENGTH).toString();
            if (!EventTypes.isPattern(event)) {
                throw body.invalid("must be a type of event, or one like payment.* or *");
            }
            text.string(event);
        }
        if (count == 0) {
            throw body.invalidMember("/events", "must name at least one type of event");
        }
        text.endArray();
    }

    static void description(BodyReader body, JsonWriter text) {
        TextFields.string(body, DESCRIPTION, 0, DESCRIPTION_LIMIT, text);
    }
}
