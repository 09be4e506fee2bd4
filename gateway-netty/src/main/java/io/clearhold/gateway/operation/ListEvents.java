package io.clearhold.gateway.operation;

import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import io.clearhold.core.view.EventCursor;
import io.clearhold.core.view.EventFilter;
import io.clearhold.core.view.EventPlace;
import io.clearhold.core.view.EventRow;
import io.clearhold.core.view.Page;
import io.clearhold.core.view.Scope;
import io.clearhold.core.view.Views;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.query.QueryFields;
import io.clearhold.gateway.query.QueryParameters;
import io.clearhold.gateway.render.RowRenderer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code GET /v1/events}: newest first, or from {@code after_sequence} on, oldest first, for who
 * follows. Either way a page never cuts a sequence.
 */
final class ListEvents extends ListOperation<ListEvents.Filter, EventRow> {
    private static final Pattern TYPE = Pattern.compile("\\*|[a-z_]+\\.(\\*|[a-z_]+)");
    private static final int TYPE_LIMIT = 64;

    /**
     * Which events.
     *
     * @param afterSequence -1 for newest first
     */
    record Filter(Optional<String> type, long payment, long afterSequence, EventCursor cursor) {}

    ListEvents(ViewAccess access) {
        super(access, QueryFields.PAGE.and("type", "payment", "after_sequence"));
    }

    @Override
    Filter filter(QueryParameters parameters) {
        Optional<String> type = parameters.text("type", TYPE_LIMIT);
        if (type.isPresent() && !TYPE.matcher(type.get()).matches()) {
            throw QueryParameters.invalid("type", "It must be like payment.held or payment.*.");
        }
        long after = parameters.sequence("after_sequence");
        parameters.requireOneCursor();
        if (after >= 0 && (parameters.has("starting_after") || parameters.has("ending_before"))) {
            throw QueryParameters.invalid("after_sequence", "It is a cursor of its own.");
        }
        return new Filter(
                type, parameters.id("payment", IdKind.PAYMENT), after, cursor(parameters));
    }

    @Override
    Page<EventRow> page(Views views, Scope scope, Filter filter, Request request) {
        EventFilter which = new EventFilter(scope, filter.type(), filter.payment());
        return filter.afterSequence() < 0
                ? views.events(which, filter.cursor())
                : views.eventsAfter(which, filter.afterSequence(), filter.cursor().limit());
    }

    @Override
    void write(EventRow row, RowRenderer renderer, JsonWriter out) {
        renderer.event(row, out);
    }

    private static EventCursor cursor(QueryParameters parameters) {
        long after = parameters.id("starting_after", IdKind.EVENT);
        long before = parameters.id("ending_before", IdKind.EVENT);
        int limit = parameters.limit();
        if (after != ObjectId.NONE) {
            return EventCursor.after(place(after), limit);
        }
        return before == ObjectId.NONE
                ? EventCursor.first(limit)
                : EventCursor.before(place(before), limit);
    }

    static EventPlace place(long id) {
        return new EventPlace(ObjectId.sequence(id), ObjectId.ordinal(id));
    }
}
