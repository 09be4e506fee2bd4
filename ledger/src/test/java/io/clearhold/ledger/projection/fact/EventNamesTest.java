package io.clearhold.ledger.projection.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.view.EventTypes;
import org.junit.jupiter.api.Test;

class EventNamesTest {
    private static final int FIRST_EVENT = 200;
    private static final int LAST_EVENT = 400;

    @Test
    void shouldListOnlyWhatAnEndpointCanKnow() {
        int listed = 0;
        for (int template = FIRST_EVENT; template < LAST_EVENT; template++) {
            String name = nameOf(template);
            if (!name.isEmpty() && EventNames.isListed(name)) {
                listed++;
                assertThat(EventTypes.isKnown(name)).as(name).isTrue();
            }
        }
        assertThat(listed).isGreaterThan(20);
    }

    private static String nameOf(int template) {
        try {
            return EventNames.of(template);
        } catch (IllegalStateException e) {
            return "";
        }
    }
}
